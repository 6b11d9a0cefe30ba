import type { CountRange, FieldContent } from "@dateline/model";

/** A value for a person to read. */
export function labelOf(content: FieldContent): string {
  switch (content.kind) {
    case "word":
      return content.word;
    case "status":
      return content.status;
    case "actors":
      return content.actors.length === 0 ? "unknown" : content.actors.map((a) => a.name).join(", ");
    case "place":
      return content.place.name;
    case "time":
      return content.time.value ?? "unresolved";
    case "count":
      return rangeLabel(content.range);
    default:
      return content satisfies never;
  }
}

function rangeLabel([low, high]: CountRange): string {
  if (low === null && high === null) return "some";
  if (low === high) return String(low);
  if (high === null) return `at least ${low}`;
  return low === null ? `at most ${high}` : `${low} to ${high}`;
}

/** The address of a search for a field's value: all that is told of an actor, or that an origin says. */
export function searchFor(field: "actor" | "says" | "in", value: string): string {
  return `/search?${new URLSearchParams({ q: `${field}:"${value.replaceAll('"', "")}"` })}`;
}

/** How far an import of a gazetteer is. */
export interface ImportAt {
  readonly stage: "places" | "names" | "join" | "merge";
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

export interface ImportProgressOptions {
  /** Whether alternate names are read too: four steps instead of two. */
  readonly hasNames: boolean;
  readonly stream: NodeJS.WriteStream;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

const STAGES = {
  places: "reading places",
  names: "reading alternate names",
  join: "joining names with places",
  merge: "writing the index",
} as const;
const WIDTH = 24;

/** Tells on `stream` how far an import is: a bar that is rewritten on a terminal, a line per tenth elsewhere. */
export function importProgress({ hasNames, stream, now }: ImportProgressOptions): (at: ImportAt) => void {
  const stages: readonly ImportAt["stage"][] = hasNames ? ["places", "names", "join", "merge"] : ["places", "merge"];
  let began = { stage: "", ms: 0, done: 0 };
  let shown = { ms: Number.NEGATIVE_INFINITY, tenth: -1 };
  return (at) => {
    if (at.stage !== began.stage) {
      began = { stage: at.stage, ms: now(), done: at.done };
      shown = { ms: Number.NEGATIVE_INFINITY, tenth: -1 };
    }
    const share = at.total === 0 ? 1 : at.done / at.total;
    const isLast = share >= 1;
    const tenth = Math.floor(share * 10);
    if (stream.isTTY === true ? now() - shown.ms < 100 && !isLast : tenth === shown.tenth) return;
    shown = { ms: now(), tenth };
    const step = `${stages.indexOf(at.stage) + 1} of ${stages.length}: ${STAGES[at.stage]}`;
    const line = `${step} ${barOf(share)} ${speed(at, (now() - began.ms) / 1000, at.done - began.done)}`;
    stream.write(stream.isTTY === true ? `\r\u001b[K${line}${isLast ? "\n" : ""}` : `${line}\n`);
  };
}

function barOf(share: number): string {
  const full = Math.round(share * WIDTH);
  return `[${"#".repeat(full)}${"·".repeat(WIDTH - full)}] ${Math.floor(share * 100)} %`;
}

function speed({ done, total, rows }: ImportAt, seconds: number, sinceBegan: number): string {
  const parts = [`${rows.toLocaleString("en")} places`];
  const rate = seconds > 0 ? sinceBegan / seconds : 0;
  if (rate > 0) parts.push(`${(rate / 1e6).toFixed(1)} MB a second`);
  if (rate > 0 && done < total) parts.push(`${duration((total - done) / rate)} left`);
  return parts.join(", ");
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

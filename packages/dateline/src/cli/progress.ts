/** Progress on stderr: a line that is rewritten on a terminal, a line per tenth elsewhere; silent for quick work. */
export interface Progress {
  step(): void;
  done(): void;
}

const QUIET_MS = 700;

export interface ProgressOptions {
  readonly what: string;
  /** How many there are, where that is known. */
  readonly total?: number | undefined;
  readonly stream: NodeJS.WriteStream;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

export function progress({ what, total, stream, now }: ProgressOptions): Progress {
  const began = now();
  let count = 0;
  let shownAt = began;
  let tenth = 0;
  const line = (): string => {
    const seconds = Math.max(0.001, (now() - began) / 1000);
    const rate = count / seconds;
    const left = total === undefined || rate === 0 ? "" : `, ${duration((total - count) / rate)} left`;
    return `${what}: ${count}${total === undefined ? "" : ` of ${total}`} (${rate.toFixed(rate < 10 ? 1 : 0)} a second${left})`;
  };
  return {
    step: () => {
      count += 1;
      if (now() - began < QUIET_MS) return;
      if (stream.isTTY === true) {
        if (now() - shownAt < 100) return;
        shownAt = now();
        stream.write(`\r\u001b[K${line()}`);
      } else if (total !== undefined && Math.floor((10 * count) / total) > tenth) {
        tenth = Math.floor((10 * count) / total);
        stream.write(`${line()}\n`);
      } else if (total === undefined && now() - shownAt > 10_000) {
        shownAt = now();
        stream.write(`${line()}\n`);
      }
    },
    done: () => {
      if (stream.isTTY === true && now() - began >= QUIET_MS) stream.write("\r\u001b[K");
    },
  };
}

/** "40 s", "12 min", "3.5 h". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Progress of work that tells how far it is. */
export interface StepProgress {
  readonly at: (p: { readonly done: number; readonly total: number }) => void;
  readonly done: () => void;
}

/** The same line for work that tells how far it is and how far it goes. */
export function progressOf(what: string): StepProgress {
  let bar: Progress | undefined;
  let count = 0;
  return {
    at: ({ done, total }) => {
      bar ??= progress({ what, total, stream: process.stderr, now: () => performance.now() });
      for (; count < done; count += 1) bar.step();
    },
    done: () => bar?.done(),
  };
}

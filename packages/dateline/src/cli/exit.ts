/** Exit codes of the command line. */
export const EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  /** Finished, but some inputs failed; each is named on stderr. */
  someFailed: 3,
  notFound: 5,
  /** A check (`verify`) found a fault. */
  checkFailed: 7,
  interrupted: 130,
} as const;

/** Counts what went well and what failed, and says each failure on stderr. */
export interface Outcome {
  succeed(): void;
  fail(from: string, message: string): void;
  code(): number;
}

export function outcome(say: (line: string) => void): Outcome {
  let good = 0;
  let bad = 0;
  return {
    succeed: () => {
      good += 1;
    },
    fail: (from, message) => {
      bad += 1;
      say(`dateline: ${from}: ${message}`);
    },
    code: () => (bad === 0 ? EXIT.ok : good === 0 ? EXIT.failure : EXIT.someFailed),
  };
}

import { createColors } from "picocolors";

export type Colors = ReturnType<typeof createColors>;

/** What output is written for: its width and whether colour is welcome. */
export interface Terminal {
  readonly colors: Colors;
  /** Columns; lines of output stay within it. */
  readonly width: number;
  readonly isTty: boolean;
}

/** Colour only on a terminal, never with NO_COLOR or TERM=dumb, always with FORCE_COLOR. */
export function terminalOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): Terminal {
  const isTty = stream.isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const refused = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const columns = Number(env.COLUMNS) || stream.columns || 80;
  return {
    colors: createColors(refused ? false : forced || isTty),
    width: Math.max(40, Math.min(columns, 110)),
    isTty,
  };
}

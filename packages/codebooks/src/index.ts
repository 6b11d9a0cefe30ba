import { acled } from "./acled/map.ts";
import type { Codebook } from "./codebook.ts";
import { plover } from "./plover/map.ts";
import { ucdpGed } from "./ucdp-ged/map.ts";

export * from "./codebook.ts";
export { acled, plover, ucdpGed };

/** All codebooks, by name. */
export const CODEBOOKS: readonly Codebook[] = [acled, plover, ucdpGed];

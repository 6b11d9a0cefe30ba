import { readActors } from "./actors/index.ts";
import { readAttributions } from "./attribution/index.ts";
import type { Context } from "./context.ts";
import type { Doc } from "./doc.ts";
import { readClaims } from "./events/index.ts";
import { findNames } from "./names/index.ts";
import { parse } from "./parse/index.ts";
import { readPlaces } from "./place/index.ts";
import { splitSentences } from "./sentences/index.ts";
import { tag } from "./tags/index.ts";
import { anchorTimes, readTimes } from "./time/index.ts";
import { tokenize } from "./tokens/index.ts";

export interface Step {
  readonly name: string;
  readonly run: (doc: Doc, ctx: Context) => Doc;
}

/** Order matters: names before places and actors (both start from names), attributions before claims (a claim's chain), times that hang on a happening last. */
export const steps: readonly Step[] = [
  { name: "tokens", run: tokenize },
  { name: "sentences", run: splitSentences },
  { name: "tags", run: tag },
  { name: "parse", run: parse },
  { name: "names", run: findNames },
  { name: "time", run: readTimes },
  { name: "place", run: readPlaces },
  { name: "actors", run: readActors },
  { name: "attribution", run: readAttributions },
  { name: "events", run: readClaims },
  { name: "anchor", run: anchorTimes },
];

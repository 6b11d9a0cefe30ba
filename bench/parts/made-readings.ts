import { createHash } from "node:crypto";
import type { Reading } from "@dateline/model";
import { DEEDS_A_DAY, type Deed, type MadeActor, REPORTS_A_DAY, type World } from "./made-world.ts";
import { numbersFrom, pick, pickSkewed } from "./numbers.ts";
import { ReadingText } from "./reading-text.ts";

/** One sentence of a report that tells something, and the one after it that tells nothing. */
export interface MadeParagraph {
  readonly deed: Deed;
  readonly trigger: string;
  /** What of the deed the report tells; a reader finds a place in three claims of ten, a date in two. */
  readonly tells: { readonly who: boolean; readonly whom: boolean; readonly where: boolean; readonly when: boolean };
  readonly speaker: MadeActor | null;
  readonly killed: number;
  /** Words of the sentence that tell nothing, and a sentence of them. */
  readonly detail: string;
  readonly filler: string;
}

interface Plan {
  readonly published: string;
  readonly head: string;
  readonly paragraphs: readonly MadeParagraph[];
}

/** Share of reports that are copies of one of the two days before, with edits; and of those without a date. */
const COPIES = 0.15;
const UNDATED = 0.002;
/** Days of deeds before the first report. */
const BEFORE = 40;
const DAY = 86_400_000;

/** The `nth` made report, already read: about ten claims in 1,700 characters, as of agency reports. The same for the same number. */
export function madeReading(world: World, nth: number): Reading {
  const random = numbersFrom(nth * 104_729 + 5);
  const copies = random() < COPIES && nth > 10;
  const of = copies ? Math.max(0, nth - 1 - Math.floor(random() * 2 * REPORTS_A_DAY)) : nth;
  const plan = copies ? editedPlan(world, random, planOf(world, of)) : planOf(world, nth);
  const undated = random() < UNDATED;
  return readingOf(plan, {
    id: `r${nth}`,
    publisher: pickSkewed(random, world.outlets),
    published: undated ? null : plan.published,
  });
}

/** What a report tells: a deed of the last days, others of the same country, and what nobody else tells. */
function planOf(world: World, nth: number): Plan {
  const random = numbersFrom(nth * 7919 + 1);
  const day = BEFORE + Math.floor(nth / REPORTS_A_DAY);
  const recent = (days: number): number =>
    Math.max(0, Math.floor((day + 1 - Math.floor(random() ** 2 * days)) * DEEDS_A_DAY - DEEDS_A_DAY * random() ** 3));
  const lead = world.deed(recent(3));
  const told = [lead];
  const many = 5 + Math.floor(random() * 9);
  for (let tries = 0; told.length < many && tries < 30 * many; tries += 1) {
    const deed = world.deed(recent(30));
    if (deed.country === lead.country || random() < 0.1) told.push(deed);
  }
  const paragraphs = told.flatMap((deed, i) => {
    const one = paragraphOf(world, random, deed);
    return i === 0 ? [one, paragraphOf(world, random, deed)] : [one];
  });
  return { published: dateOf(day), head: `${lead.place.name}: ${fillerOf(world, random)}`, paragraphs };
}

function paragraphOf(world: World, random: () => number, deed: Deed): MadeParagraph {
  return {
    deed,
    trigger: pick(random, deed.triggers),
    tells: { who: random() < 0.65, whom: random() < 0.5, where: random() < 0.3, when: random() < 0.2 },
    speaker: random() < 0.4 ? pickSkewed(random, world.speakers) : null,
    killed: deed.killed > 0 && random() < 0.2 ? deed.killed + 1 : deed.killed,
    detail: wordsOf(world, random, 3 + Math.floor(random() * 7)),
    filler: fillerOf(world, random),
  };
}

function fillerOf(world: World, random: () => number): string {
  if (random() < 0.12) return pickSkewed(random, world.stock);
  return `${wordsOf(world, random, 7 + Math.floor(random() * 9))}.`;
}

function wordsOf(world: World, random: () => number, many: number): string {
  return Array.from({ length: many }, () => pickSkewed(random, world.words)).join(" ");
}

/** A copy: another head line, a cut at the end, some sentences written anew. */
function editedPlan(world: World, random: () => number, plan: Plan): Plan {
  const kept = random() < 0.5 ? plan.paragraphs.length : Math.ceil(plan.paragraphs.length * (0.6 + random() * 0.4));
  return {
    published: plan.published,
    head: random() < 0.5 ? plan.head : fillerOf(world, random),
    paragraphs: plan.paragraphs
      .slice(0, kept)
      .map((p) => (random() < 0.1 ? { ...p, filler: fillerOf(world, random) } : p)),
  };
}

function readingOf(
  plan: Plan,
  of: { readonly id: string; readonly publisher: string; readonly published: string | null },
): Reading {
  const text = new ReadingText();
  text.say(`${plan.head}\n\n`);
  for (const p of plan.paragraphs) text.paragraph(p, dateOf(p.deed.day));
  return text.reading((whole) => ({
    ...of,
    title: plan.head.slice(0, 60),
    publishedFrom: of.published === null ? "unknown" : "given",
    language: "en",
    url: null,
    sha256: createHash("sha256").update(whole).digest("hex"),
    text: whole,
  }));
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2014, 0, 1) + day * DAY).toISOString().slice(0, 10);
}

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { openRecord } from "../../packages/dateline/src/store/open.ts";
import type { RecordStore } from "../../packages/dateline/src/store/record-store.ts";
import { governor, input } from "../../packages/dateline/test/store/made-reports.ts";
import { CutDisk, type Tree } from "./cut-disk.ts";
import { numbersFrom } from "./numbers.ts";
import { type Acknowledged, whatIsWrong } from "./whole-record.ts";

export interface PowerCuts {
  readonly cuts: number;
  readonly moments: number;
  readonly operations: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
}

interface Cut {
  readonly operation: number;
  readonly tree: Tree;
  readonly kind: string;
  told: Acknowledged;
}

type Torn = Parameters<CutDisk["left"]>[0];

/** Steps that are made while the disk is watched. */
const STEPS = 14;

/** Cuts the power at random moments of a record's life, as if nothing that was not fsynced were left, or only parts of it, and opens what is left. */
export async function powerCuts(cuts: number): Promise<PowerCuts> {
  const random = numbersFrom(cuts + 7);
  const root = await mkdtemp(join(tmpdir(), "dateline-power-"));
  const taken: Cut[] = [];
  const told = { reports: [] as string[], decisions: [] as string[], steps: [] as (readonly [string, number])[] };
  const disk = new CutDisk(root, () => {
    // What was acknowledged up to now belongs to the cut before: it comes before this operation.
    const last = taken.at(-1);
    if (last !== undefined)
      last.told = { reports: [...told.reports], decisions: [...told.decisions], steps: [...told.steps] };
    const [kind, torn] = tornBy(random);
    taken.push({
      operation: disk.operations,
      tree: disk.left(torn),
      kind,
      told: { reports: [], decisions: [], steps: [] },
    });
  });
  const end = disk.watch();
  await life(join(root, "record"), told).finally(end);
  const last = taken.at(-1);
  if (last !== undefined) last.told = told;
  await rm(root, { recursive: true, force: true });
  const chosen = Array.from({ length: cuts }, () => taken[Math.floor(random() * taken.length)]).flatMap((c) => c ?? []);
  const wrong: string[] = [];
  const template = await emptyRecord();
  for (const [i, cut] of chosen.entries()) {
    wrong.push(...(await wrongAfter(cut, template, random)));
    if ((i + 1) % 10 === 0) console.log(`${i + 1} power cuts, ${wrong.length} faults`);
  }
  await rm(template, { recursive: true, force: true });
  return {
    cuts: chosen.length,
    moments: new Set(chosen.map((c) => c.operation)).size,
    operations: taken.length,
    acknowledged: chosen.reduce((n, c) => n + c.told.reports.length + c.told.decisions.length + c.told.steps.length, 0),
    wrong,
  };
}

/** A record is made, added to, decided on, closed and opened again. */
async function life(
  dir: string,
  told: { reports: string[]; decisions: string[]; steps: (readonly [string, number])[] },
): Promise<void> {
  let record: RecordStore = await openRecord({ dir });
  for (let i = 0; i < STEPS; i += 1) {
    const reports = [0, 1, 2].map((k) => {
      const words = Array.from({ length: 30 }, (_, n) => `word${i * 97 + k * 31 + n}`).join(" ");
      return input({ ...governor, id: `k-${i}-${k}`, text: `${governor.text} ${words}` });
    });
    told.reports.push(...(await record.add(reports)).map((r) => r.report));
    const claims = (await record.claims({ report: `k-${i}-0` })).items.map((c) => c.id);
    const [claim = ""] = claims;
    const [one] = await record.decide([{ action: { kind: "accept", target: { claim } }, who: "Ada" }]);
    told.decisions.push(one?.id ?? "");
    if (i % 2 === 0) {
      const step = await record.decide(
        ["accept", "cant-tell", "reject", "accept"].map((kind) => ({
          action: { kind: kind as "accept", target: { claim } },
          who: "Ben",
        })),
      );
      told.steps.push([step[0]?.id ?? "", step.length]);
    }
    if (i % 5 === 4) {
      await record.close();
      record = await openRecord({ dir });
    }
  }
  await record.close();
}

/** Strictly what was fsynced; all that was written; or of each unsynced file a part, or bytes of zero. */
function tornBy(random: () => number): readonly [string, Torn] {
  const roll = random();
  if (roll < 0.4) return ["only what was fsynced", (synced) => synced ?? new Uint8Array()];
  if (roll < 0.55) return ["all that was written", (_, written) => written];
  if (roll < 0.8)
    return [
      "a part of what was written",
      (synced, written) => {
        const from = synced?.length ?? 0;
        return written.slice(0, from + Math.floor(random() * Math.max(0, written.length - from)));
      },
    ];
  return [
    "zeros where it was not fsynced",
    (synced, written) => {
      const out = Uint8Array.from(written);
      const from = synced?.length ?? 0;
      const to = from + Math.floor(random() * Math.max(0, written.length - from));
      return out.fill(0, from, to);
    },
  ];
}

async function emptyRecord(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-power-empty-"));
  await (await openRecord({ dir })).close();
  return dir;
}

/** Puts what is left onto a disk, with an index that is damaged or one that knows nothing, and opens it. */
async function wrongAfter(cut: Cut, template: string, random: () => number): Promise<readonly string[]> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-power-cut-"));
  const say = (text: string): string => `cut after operation ${cut.operation}, left ${cut.kind}: ${text}`;
  try {
    for (const [below, bytes] of cut.tree) {
      const path = join(dir, below);
      if (below.endsWith(sep)) await mkdir(path, { recursive: true });
      else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, below === "record/index-state.json" || below === "record/lock" ? otherRun(bytes) : bytes);
      }
    }
    const place = join(dir, "record");
    const isDamaged = random() < 0.1;
    if (cut.tree.has("record/index-state.json") && isDamaged) {
      await mkdir(join(place, "index"), { recursive: true });
      await writeFile(join(place, "index", "PG_VERSION"), "17");
    } else if (cut.tree.has("record/record.json")) {
      await cp(join(template, "index"), join(place, "index"), { recursive: true });
      await cp(join(template, "index-state.json"), join(place, "index-state.json"));
    }
    const record = await openRecord({ dir: place });
    const wrong = await whatIsWrong(record, cut.told);
    await record.close();
    return wrong.map(say);
  } catch (error) {
    return [say(`does not open: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The system was started anew after the cut. */
function otherRun(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("utf8");
  return Buffer.from(text.replace(/"boot":\s*"[^"]*"/, '"boot":"before-the-cut"'));
}

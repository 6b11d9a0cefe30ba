import { appendFile, mkdtemp, open, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Entry, JournalLine } from "../../src/store/journal.ts";
import { type JournalFile, openJournal } from "../../src/store/journal-file.ts";

let path: string;
let said: string[];

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), "dateline-journal-")), "journal.jsonl");
  said = [];
  vi.spyOn(process, "emitWarning").mockImplementation((text) => void said.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

function entry(n: number): Entry {
  return {
    kind: "report",
    report: `r-${n}`,
    key: `id:r-${n}`,
    version: 1,
    learned: "2024-01-01",
    original: "",
    text: "",
    reading: "",
    mediaType: null,
  };
}

async function linesOf(journal: JournalFile, after = 0): Promise<readonly number[]> {
  const lines: JournalLine[] = [];
  for await (const line of journal.lines(after)) lines.push(line);
  return lines.map((l) => l.seq);
}

/** Steps of one, two and three lines; where each ends in the file. */
async function threeSteps(): Promise<readonly number[]> {
  const journal = await openJournal(path);
  const ends: number[] = [];
  for (const size of [1, 2, 3]) {
    await journal.append(Array.from({ length: size }, (_, i) => entry(size * 10 + i)));
    ends.push((await readFile(path)).length);
  }
  await journal.close();
  return ends;
}

test("a journal opens where it ended; lines after one are found without those before", async () => {
  await threeSteps();
  const journal = await openJournal(path);
  expect(journal.head().seq).toBe(6);
  expect(await linesOf(journal)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await linesOf(journal, 4)).toEqual([5, 6]);
  expect(said).toEqual([]);
  await journal.close();
});

test("cut at any byte, whole steps stay and no half one does; what was taken back is told", async () => {
  const ends = await threeSteps();
  const bytes = await readFile(path);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), fc.boolean(), async (length, zeros) => {
      said = [];
      await writeFile(path, bytes.subarray(0, length));
      if (zeros) await appendFile(path, Buffer.alloc(50));
      const journal = await openJournal(path);
      const whole = ends.filter((end) => end <= length).length;
      expect(journal.head().seq).toBe([0, 1, 3, 6][whole]);
      expect(said).toHaveLength(length === [0, ...ends][whole] && !zeros ? 0 : 1);
      await journal.append([entry(99)]);
      await journal.close();
      const again = await openJournal(path);
      expect(again.head().seq).toBe(([0, 1, 3, 6][whole] ?? 0) + 1);
      await again.close();
    }),
    { numRuns: 60 },
  );
});

test("zeros inside the last step are no damage of what was acknowledged; before it they are", async () => {
  const [first = 0, second = 0] = await threeSteps();
  const bytes = await readFile(path);
  await writeFile(path, Buffer.from(bytes).fill(0, second + 10, second + 40));
  const journal = await openJournal(path);
  expect(journal.head().seq).toBe(3);
  expect(said[0]).toContain("had not been acknowledged and is taken back");
  await journal.close();
  await writeFile(path, Buffer.from(bytes).fill(0, first + 10, first + 40));
  await expect(openJournal(path)).rejects.toMatchObject({ code: "store/journal" });
  expect((await readFile(path)).length).toBe(bytes.length);
});

test("a step that a full disk breaks off is gone, and the next stands behind whole ones", async () => {
  const journal = await openJournal(path);
  await journal.append([entry(1)]);
  const probe = await open(path, "r");
  const handles = Object.getPrototypeOf(probe) as { appendFile: (text: string) => Promise<void> };
  await probe.close();
  const real = handles.appendFile;
  handles.appendFile = async function (this: unknown, text: string) {
    await Reflect.apply(real, this, [text.slice(0, 40)]);
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  await expect(journal.append([entry(2), entry(3)])).rejects.toThrow("ENOSPC");
  handles.appendFile = real;
  expect(journal.head().seq).toBe(1);
  await journal.append([entry(4)]);
  await journal.close();
  const again = await openJournal(path);
  expect(await linesOf(again)).toEqual([1, 2]);
  expect(said).toEqual([]);
  await again.close();
});

test("what a failed transaction appended is taken back", async () => {
  const journal = await openJournal(path);
  const before = await journal.append([entry(1)]);
  await journal.append([entry(2), entry(3)]);
  await journal.takeBack(before);
  expect(await linesOf(journal)).toEqual([1]);
  await journal.append([entry(4)]);
  expect(await linesOf(journal)).toEqual([1, 2]);
  await journal.close();
});

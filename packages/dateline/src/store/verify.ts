import { createHash } from "node:crypto";
import { type Decision, faultsOf, type Reading, sha256Hex, wordsOf } from "@dateline/model";
import { claimIds, isByHand } from "@dateline/record";
import { storableText } from "./index/bulk.ts";
import { breakIn, type Head, type ReportEntry, START } from "./journal.ts";
import type { Fault, Progress } from "./record-store.ts";
import { indexHead, type Session } from "./session.ts";

/** Checks chain, hashes, words and index; nothing found means whole. */
export async function verifyRecord(session: Session, onProgress?: (p: Progress) => void): Promise<readonly Fault[]> {
  const { keep, db } = session;
  const faults: Fault[] = [];
  const total = (await keep.head(db())).seq;
  const newest = new Map<string, ReportEntry>();
  const texts = new Map<string, string>();
  let head: Head = START;
  let decisions = 0;
  for await (const line of keep.lines(0, db())) {
    const broken = breakIn(line, head);
    if (broken !== undefined) faults.push({ code: "journal", thing: `line ${line.seq}`, text: broken });
    head = { seq: line.seq, hash: line.hash };
    if (line.entry.kind === "decision") {
      decisions += 1;
      faults.push(...(await anchorFaults(session, line.entry.decision, texts)));
    } else {
      newest.set(line.entry.report, line.entry);
      texts.set(`${line.entry.report} ${line.entry.text}`, line.entry.reading);
      faults.push(...(await blobFaults(session, line.entry)));
    }
    onProgress?.({ done: line.seq, total });
  }
  return [...faults, ...(await indexFaults(session, { newest, decisions, head }))];
}

/** Whether the words that a person decided over stand where the decision says. `texts`: report and SHA-256 of a text → a reading of it. */
async function anchorFaults(
  { keep, db }: Session,
  decision: Decision,
  texts: ReadonlyMap<string, string>,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { report, sha256, trigger, words } of decision.anchors) {
    const sha = texts.get(`${report} ${sha256}`);
    const bytes = sha === undefined ? undefined : await keep.blob("readings", sha, db()).catch(() => undefined);
    // a missing reading is told as such where its report is checked
    if (sha !== undefined && bytes === undefined) continue;
    const text = bytes === undefined ? "" : (JSON.parse(new TextDecoder().decode(bytes)) as Reading).report.text;
    if (storableText(wordsOf(text, trigger)) !== words)
      faults.push({
        code: "words",
        thing: decision.id,
        text: `“${words}” does not stand in ${report} where it was decided over`,
      });
  }
  return faults;
}

async function blobFaults(session: Session, entry: ReportEntry): Promise<readonly Fault[]> {
  const { keep, db } = session;
  const faults: Fault[] = [];
  const original = await keep.blob("originals", entry.original, db()).catch(() => undefined);
  if (original === undefined)
    faults.push({ code: "original", thing: entry.report, text: `the original ${entry.original} is missing` });
  else if (sha(original) !== entry.original)
    faults.push({ code: "original", thing: entry.report, text: `the original ${entry.original} was changed` });
  const bytes = await keep.blob("readings", entry.reading, db()).catch(() => undefined);
  if (bytes === undefined || sha(bytes) !== entry.reading) {
    return [
      ...faults,
      { code: "reading", thing: entry.report, text: `the reading ${entry.reading} is missing or was changed` },
    ];
  }
  const reading = JSON.parse(new TextDecoder().decode(bytes)) as Reading;
  if (sha256Hex(reading.report.text) !== entry.text)
    faults.push({ code: "words", thing: entry.report, text: "the reading's text is not the report's" });
  return [...faults, ...faultsOf(reading).map((text): Fault => ({ code: "words", thing: entry.report, text }))];
}

interface Expected {
  readonly newest: ReadonlyMap<string, ReportEntry>;
  readonly decisions: number;
  readonly head: Head;
}

async function indexFaults(session: Session, { newest, decisions, head }: Expected): Promise<readonly Fault[]> {
  const { db, keep } = session;
  const faults: Fault[] = [];
  const say = (thing: string, text: string): void =>
    void faults.push({ code: "index", thing, text: `${text}; \`dateline rebuild\` makes the index again` });
  const at = await indexHead(db());
  if ((at?.seq ?? 0) !== head.seq)
    say("journal", `the index follows the journal to line ${at?.seq ?? 0} of ${head.seq}`);
  const { n } = await db()
    .selectFrom("decision")
    .select((e) => e.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (n !== decisions) say("decisions", `the index has ${n} decisions, the journal ${decisions}`);
  const reports = await db().selectFrom("report").select(["id", "version"]).execute();
  const indexed = new Map(reports.map((r) => [r.id, r.version]));
  for (const [id, entry] of newest) {
    if (indexed.get(id) !== entry.version) say(id, "the index lacks this report or its newest version");
    const bytes = await keep.blob("readings", entry.reading, db()).catch(() => undefined);
    if (bytes === undefined) continue;
    const reading = JSON.parse(new TextDecoder().decode(bytes)) as Reading;
    const rows = await db()
      .selectFrom("claim")
      .select("id")
      .where("report", "=", id)
      .where("superseded", "is", null)
      .execute();
    const want = [...claimIds(id, entry.text, reading.claims)].sort().join(" ");
    if (
      rows
        .map((r) => r.id)
        .filter((claim) => !isByHand(claim))
        .sort()
        .join(" ") !== want
    )
      say(id, "the index has other claims than the report's reading");
  }
  if (indexed.size !== newest.size) say("reports", `the index has ${indexed.size} reports, the journal ${newest.size}`);
  return faults;
}

function sha(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

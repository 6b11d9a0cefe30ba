import type { Claim, Reading, Span } from "@dateline/model";

/** A reading as text that a coder can read and argue with: one paragraph a claim. */
export function goldenOf(reading: Reading): string {
  const { title, publisher, published, publishedFrom } = reading.report;
  const head = [
    `# ${title ?? "Untitled report"}`,
    `${publisher ?? "publisher not told"} · ${published ?? "no date"} (${publishedFrom})`,
  ];
  const claims = reading.claims.map((claim, i) => claimText(reading, claim, i + 1));
  const notes = reading.notes.map((note) => `! ${note.code}: ${note.text}`);
  return `${[head.join("\n"), ...claims, ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n")}\n`;
}

function claimText(reading: Reading, claim: Claim, number: number): string {
  const { text } = reading.report;
  const names = (ids: readonly string[]): string =>
    ids.map((id) => reading.entities.find((e) => e.id === id)?.name ?? id).join(" + ") || "—";
  const rows: readonly (readonly [string, string, string])[] = [
    ["deed", `${claim.type}${claim.mode === null ? "" : `/${claim.mode}`}`, said(text, claim.evidence.type)],
    ["who", `${names(claim.agents)}  ->  ${names(claim.targets)}`, ""],
    ["when", whenText(claim), said(text, claim.evidence.time)],
    ["where", placeText(reading, claim), said(text, claim.evidence.place)],
    ["counts", countsText(claim), said(text, claim.evidence.counts)],
    ["status", claim.status, said(text, claim.evidence.status)],
    ["who says", chainText(reading, claim), ""],
    ...claim.notes.map((note) => ["note", note, ""] as const),
  ];
  const body = rows
    .filter(([, value]) => value !== "")
    .map(([label, value, words]) =>
      `${label.padEnd(10)}${words === "" ? value : `${value.padEnd(28)}  ${words}`}`.trimEnd(),
    );
  return [`## ${number}  event ${claim.event}  “${shortened(text, claim.span)}”`, ...body].join("\n");
}

function whenText({ time, evidence }: Claim): string {
  return time?.value ?? (evidence.time.length > 0 ? "unresolved" : "");
}

function said(text: string, spans: readonly Span[]): string {
  return spans.length === 0 ? "" : `said ${spans.map((s) => `“${oneLine(text.slice(s.start, s.end))}”`).join(" … ")}`;
}

function placeText(reading: Reading, claim: Claim): string {
  const place = reading.places.find((p) => p.id === claim.place);
  return place === undefined
    ? ""
    : `${place.name} (${place.level}${place.country === null ? "" : `, ${place.country}`})`;
}

function countsText(claim: Claim): string {
  return Object.entries(claim.counts)
    .map(([what, [min, max]]) => `${what} ${min ?? ""}..${max ?? ""}`)
    .join(", ");
}

function chainText(reading: Reading, claim: Claim): string {
  const links = claim.sources.map((s) => {
    const name = reading.entities.find((e) => e.id === s.entity)?.name ?? s.entity;
    return s.channel === null ? name : `${name} > ${s.channel}`;
  });
  return [...links, reading.report.publisher ?? "this report"].join(" > ");
}

const LONGEST = 160;

function shortened(text: string, { start, end }: Span): string {
  const words = oneLine(text.slice(start, end));
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 30)} … ${words.slice(-27)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

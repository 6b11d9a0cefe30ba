import type { Claim, Reading } from "./reading.ts";
import type { Span } from "./span.ts";

/** What is wrong in a well-shaped reading: spans outside the text, ids that name nothing, values without words. */
export function faultsOf(reading: Reading): readonly string[] {
  const faults: string[] = [];
  const length = reading.report.text.length;
  const checkSpan = (where: string, s: Span): void => {
    if (s.start > s.end || s.end > length) faults.push(`${where}: span ${s.start}-${s.end} is outside the text`);
  };
  const known = {
    entity: idSet("entity", reading.entities, faults),
    place: idSet("place", reading.places, faults),
    time: idSet("time", reading.times, faults),
    attribution: idSet("attribution", reading.attributions, faults),
  };
  const checkId = (where: string, kind: keyof typeof known, id: string | null | undefined): void => {
    if (id !== null && id !== undefined && !known[kind].has(id)) faults.push(`${where}: no ${kind} ${id}`);
  };

  for (const [i, s] of reading.sentences.entries()) checkSpan(`sentence ${i}`, s);
  reading.names.forEach((n, i) => {
    checkSpan(`name ${i}`, n);
    checkId(`name ${i}`, "entity", n.entity);
  });
  for (const e of reading.entities) {
    for (const m of e.mentions) checkSpan(`entity ${e.id}`, m);
    for (const r of e.roles) checkId(`entity ${e.id}, role ${r.title}`, "entity", r.of);
  }
  for (const p of reading.places) for (const m of p.mentions) checkSpan(`place ${p.id}`, m);
  for (const t of reading.times) checkSpan(`time ${t.id}`, t);
  for (const a of reading.attributions) {
    for (const s of [a.source, a.cue, ...a.content]) if (s !== null) checkSpan(`attribution ${a.id}`, s);
    checkId(`attribution ${a.id}`, "entity", a.entity);
    checkId(`attribution ${a.id}`, "attribution", a.outer);
  }
  for (const c of reading.claims) {
    const where = `claim ${c.id}`;
    for (const s of spansOf(c)) checkSpan(where, s);
    for (const e of [...c.agents, ...c.targets]) checkId(where, "entity", e);
    checkId(where, "place", c.place);
    checkId(where, "time", c.time?.id);
    for (const s of c.sources) {
      checkId(where, "entity", s.entity);
      checkId(where, "attribution", s.attribution);
    }
    faults.push(...unworded(c));
  }
  return faults;
}

function idSet(kind: string, things: readonly { readonly id: string }[], faults: string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of things) {
    if (ids.has(id)) faults.push(`${kind} ${id} stands twice`);
    ids.add(id);
  }
  return ids;
}

function spansOf(c: Claim): readonly Span[] {
  return [c.span, c.trigger, ...c.instruments, ...Object.values(c.evidence).flat()];
}

/** Each value of a claim shows its words. */
function unworded(c: Claim): readonly string[] {
  const faults: string[] = [];
  const need = (field: keyof Claim["evidence"], has: boolean): void => {
    if (has && c.evidence[field].length === 0) faults.push(`claim ${c.id}: ${field} has a value but no words`);
  };
  need("type", true);
  need("agents", c.agents.length > 0);
  need("targets", c.targets.length > 0);
  need("place", c.place !== null);
  need("time", c.time !== null);
  need("counts", Object.keys(c.counts).length > 0);
  return faults;
}

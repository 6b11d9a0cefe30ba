import type { Telling } from "./telling.ts";

/** Numbers of the events that tellings tell: one number for all tellings of one happening. */
export function eventNumbers(tellings: readonly Telling[]): readonly number[] {
  const groups: Group[] = [];
  return tellings.map((t) => {
    const group = groups.slice(-MOST_GROUPS).findLast((g) => fits(g, t));
    if (group === undefined) {
      groups.push(newGroup(t, groups.length + 1));
      return groups.length;
    }
    add(group, t);
    return group.number;
  });
}

/** How far back an event is looked for. */
const MOST_GROUPS = 60;

interface Group {
  readonly number: number;
  readonly family: string;
  readonly agents: Set<string>;
  readonly targets: Set<string>;
  readonly lemmas: Set<string>;
  place: string | null;
  country: string | null;
  time: string | null;
  killed: string | null;
  planned: boolean;
}

function newGroup(t: Telling, number: number): Group {
  const group: Group = {
    number,
    family: familyOf(t),
    agents: new Set(),
    targets: new Set(),
    lemmas: new Set(),
    place: null,
    country: null,
    time: null,
    killed: null,
    planned: t.status.value === "planned",
  };
  add(group, t);
  return group;
}

function add(group: Group, t: Telling): void {
  for (const p of t.agents) group.agents.add(p.entity.id);
  for (const p of t.targets) group.targets.add(p.entity.id);
  group.lemmas.add(t.trigger.head.lemma.toLowerCase());
  group.place ??= t.place?.value.id ?? null;
  group.country ??= t.place?.value.country ?? null;
  group.time ??= t.time?.value.value ?? null;
  group.killed ??= killedOf(t);
}

/** Types whose tellings can be of one happening, told harder or softer. */
function familyOf(t: Telling): string {
  const { type, sense } = t.trigger;
  if (type !== "ASSAULT") return type;
  return sense.mode === "abduct" ? "ASSAULT abduct" : "ASSAULT";
}

function killedOf(t: Telling): string | null {
  const killed = t.counts.killed?.value;
  return killed === undefined ? null : killed.join("-");
}

function fits(g: Group, t: Telling): boolean {
  if (g.family !== familyOf(t) || g.planned !== (t.status.value === "planned")) return false;
  if (
    !agrees(
      g.agents,
      t.agents.map((p) => p.entity.id),
    ) ||
    !agrees(
      g.targets,
      t.targets.map((p) => p.entity.id),
    )
  )
    return false;
  const time = t.time?.value.value ?? null;
  if (g.time !== null && time !== null && !(g.time.startsWith(time) || time.startsWith(g.time))) return false;
  if (g.place !== null && t.place !== null && g.place !== t.place.value.id && !widens(g, t)) return false;
  return shares(g, t, time);
}

/** A country may stand for a town in it. */
function widens(g: Group, t: Telling): boolean {
  const level = t.place?.value.level;
  return t.place?.value.country === g.country && (level === "country" || level === "admin" || level === "region");
}

function agrees(known: ReadonlySet<string>, told: readonly string[]): boolean {
  return known.size === 0 || told.length === 0 || told.some((id) => known.has(id));
}

/** Nothing against it is not enough: something must be the same. */
function shares(g: Group, t: Telling, time: string | null): boolean {
  const agent = t.agents.some((p) => g.agents.has(p.entity.id));
  const target = t.targets.some((p) => g.targets.has(p.entity.id));
  const place = t.place !== null && t.place.value.id === g.place;
  const day = time !== null && time === g.time;
  const lemma = g.lemmas.has(t.trigger.head.lemma.toLowerCase());
  const killed = killedOf(t) !== null && killedOf(t) === g.killed;
  return (
    target ||
    (agent && (place || day || lemma)) ||
    (place && (day || lemma || killed || t.agents.length === 0)) ||
    (lemma && t.agents.length + t.targets.length === 0)
  );
}

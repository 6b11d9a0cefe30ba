import type { Candidate } from "./candidate.ts";
import type { Cluster } from "./cluster.ts";
import { touch } from "./cluster.ts";
import { fixedKey } from "./fixed-key.ts";
import type { Link } from "./links.ts";
import { type Clusters, join, openCluster } from "./names.ts";

const WINDOW = 60;

/** What a definite noun phrase may point back to by its class: "the group" to a named movement. */
const CLASSES: readonly (readonly [RegExp, (c: Cluster) => boolean])[] = [
  [
    /^(?:group|movement|organization|organisation|network|faction|militia|cartel|gang|front|outfit)$/,
    (c) => isBody(c, ["armed-group", "ngo", "party", "other", "igo"]),
  ],
  [/^(?:coalition|alliance|bloc|mission)$/, (c) => isBody(c, ["igo", "military", "party"])],
  [/^(?:agency|service)$/, (c) => isBody(c, ["media", "igo", "ngo", "government"])],
  [
    /^(?:newspaper|daily|magazine|channel|station|network|broadcaster|paper|website|weekly|outlet)$/,
    (c) => isBody(c, ["media"]),
  ],
  [/^(?:company|firm|corporation|airline|bank|manufacturer)$/, (c) => isBody(c, ["company"])],
  [/^(?:party)$/, (c) => isBody(c, ["party"])],
  [/^(?:charity|watchdog)$/, (c) => isBody(c, ["ngo", "igo"])],
  [
    /^(?:ministry|department|council|commission|court|parliament|committee)$/,
    (c) => isBody(c, ["government", "igo"]) && !isState(c),
  ],
  [/^(?:country|nation|republic|kingdom)$/, isState],
];

function isBody(c: Cluster, kinds: readonly string[]): boolean {
  return c.named && !c.person && !c.plural && !isState(c) && kinds.includes(c.kind ?? "other");
}

function isState(c: Cluster): boolean {
  return c.state;
}

/** Puts noun phrases together with what they point back to, in text order; names before them are in clusters already. */
export function resolveNominals(candidates: readonly Candidate[], links: readonly Link[], clusters: Clusters): void {
  const linked = linkedOf(links);
  const recent: Cluster[] = [];
  let posted: string | null = null;
  candidates.forEach((c, i) => {
    if (c.form === "pronoun") return;
    const done = clusters.of.get(i);
    const cluster =
      done ??
      joined(i, linked, clusters) ??
      fixed(c, clusters) ??
      antecedent(c, recent) ??
      embassyOf(c, posted, clusters) ??
      openCluster(clusters);
    if (done === undefined) join(clusters, cluster, i, c);
    remember(c, cluster, clusters);
    if (/^(?:embassy|consulate|ambassador|consul|diplomat)$/.test(c.head)) posted = c.reading.country ?? posted;
    touch(cluster, c);
    recent.push(cluster);
    if (recent.length > 2 * WINDOW) recent.splice(0, WINDOW);
  });
}

/** "the embassy" is that of the country whose ambassador or diplomats were named before. */
function embassyOf(c: Candidate, country: string | null, clusters: Clusters): Cluster | undefined {
  if (country === null || c.counted || !/^(?:embassy|consulate|embassies)$/.test(c.key)) return undefined;
  return clusters.byKey.get(`state:${country}`);
}

function linkedOf(links: readonly Link[]): ReadonlyMap<number, readonly number[]> {
  const linked = new Map<number, number[]>();
  const add = (a: number, b: number): void => void (linked.get(a)?.push(b) ?? linked.set(a, [b]));
  for (const { a, b, why } of links) {
    if (why === "relative") continue;
    add(a, b);
    add(b, a);
  }
  return linked;
}

function joined(i: number, linked: ReadonlyMap<number, readonly number[]>, clusters: Clusters): Cluster | undefined {
  for (const j of linked.get(i) ?? []) {
    const cluster = clusters.of.get(j);
    if (cluster !== undefined) return cluster;
  }
  return undefined;
}

/** Phrases that name an actor by themselves: the government, forces or police of a country, a listed actor's members. */
function fixed(c: Candidate, clusters: Clusters): Cluster | undefined {
  const key = fixedKey(c);
  return key === null ? undefined : clusters.byKey.get(key);
}

function remember(c: Candidate, cluster: Cluster, clusters: Clusters): void {
  const key = fixedKey(c);
  if (key?.startsWith("state:")) cluster.state = true;
  if (key !== null && !clusters.byKey.has(key)) clusters.byKey.set(key, cluster);
}

/** The latest actor that the phrase may point back to. */
function antecedent(c: Candidate, recent: readonly Cluster[]): Cluster | undefined {
  const byClass = c.definite && !c.possessed;
  const stop = Math.max(0, recent.length - WINDOW);
  for (let i = recent.length - 1; i >= stop; i--) {
    const cluster = recent[i];
    if (cluster !== undefined && (pointsTo(c, cluster) || sameNumber(c, cluster) || (byClass && ofClass(c, cluster))))
      return cluster;
  }
  return undefined;
}

/** "the six" after "six students". */
function sameNumber(c: Candidate, cluster: Cluster): boolean {
  if (!c.definite || c.head !== "" || !NUMBER.test(c.key) || !cluster.plural) return false;
  return [...cluster.keys].some((k) => k.startsWith(`${c.key} `));
}

const NUMBER = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;

/** Bare words for human beings: another time they are others. */
const ANYONE =
  /^(?:people|men|women|children|man|woman|others|persons|individuals|youths|civilians|residents|someone)$/;

/** Same head noun, nothing new told. */
function pointsTo(c: Candidate, cluster: Cluster): boolean {
  if (c.counted && !c.definite) return false;
  if (c.complete && !cluster.keys.has(c.key)) return false;
  if (!c.definite && ANYONE.test(c.key)) return false;
  if (c.plural !== cluster.plural && !cluster.named) return false;
  if (c.reading.country !== null && cluster.country !== null && c.reading.country !== cluster.country) return false;
  if (cluster.keys.has(c.key)) return true;
  if (!c.definite || !cluster.heads.has(c.head)) return false;
  const words = c.key.split(" ").filter((w) => w !== c.head && !w.startsWith(c.head));
  const known = new Set([...cluster.keys].flatMap((k) => k.split(" ")));
  return words.every((w) => known.has(w));
}

function ofClass(c: Candidate, cluster: Cluster): boolean {
  if (c.complete) return false;
  const bare = !c.key.includes(" ");
  if (c.reading.country !== null && cluster.country !== null && c.reading.country !== cluster.country) return false;
  if (c.person) return bare && cluster.person && cluster.named && personFits(c, cluster);
  if (c.plural) return bare && cluster.plural && fightersFit(c, cluster);
  const adjectives = c.key.split(" ").slice(0, -1);
  if (
    adjectives.some(
      (w) =>
        !/^(?:terrorist|militant|armed|islamist|extremist|rebel|guerrilla|jihadist|same|news|state|insurgent|private|aid|rights|human)$/.test(
          w,
        ),
    )
  )
    return false;
  return CLASSES.some(([head, test]) => head.test(c.head) && test(cluster));
}

const ANY_PERSON =
  /^(?:leader|man|woman|suspect|militant|fighter|politician|official|activist|journalist|prisoner|chief|general|commander|figure)$/;

function personFits(c: Candidate, cluster: Cluster): boolean {
  if (c.gender !== null && cluster.gender !== null && c.gender !== cluster.gender) return false;
  const titled = [...cluster.heads].some((h) => h === c.head || h.endsWith(` ${c.head}`));
  if (titled) return true;
  return (
    ANY_PERSON.test(c.head) &&
    (cluster.sector === null || cluster.sector === c.reading.sector || c.reading.sector === "CVL")
  );
}

const FIGHTERS = /^(?:UAF|REB|SEP)$/;

function fightersFit(c: Candidate, cluster: Cluster): boolean {
  if (cluster.named) return false;
  return FIGHTERS.test(c.reading.sector ?? "") && FIGHTERS.test(cluster.sector ?? "");
}

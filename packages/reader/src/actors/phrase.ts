import type { ActorKind, Sector } from "@dateline/model";
import type { ActorEntry, AliasHit, Meaning } from "./alias.ts";
import { aliasHits } from "./alias.ts";
import { chooseEntry } from "./choose.ts";
import { type HeadHit, headEndingAt, isCompounded } from "./head.ts";
import { isAcronym, wordKey } from "./key.ts";
import type { Lexicon, Office } from "./lexicon.ts";

/** What the words of an actor phrase tell of the actor. */
export interface PhraseReading {
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly kind: ActorKind | null;
  /** The head's words, as written. */
  readonly head: string;
  readonly entry: ActorEntry | null;
  readonly office: Office | null;
  /** How it was read: the alias, noun or office that told. */
  readonly rule: string;
  /** Whether `entry` is the actor itself, not what it belongs to ("Hamas", not "a Hamas leader"). */
  readonly own: boolean;
  readonly plural: boolean;
}

const NOTHING: PhraseReading = {
  country: null,
  sector: null,
  kind: null,
  head: "",
  entry: null,
  office: null,
  rule: "unknown",
  own: false,
  plural: false,
};

const POST =
  /^(?:of|from|in|at|for|on|with|to|near|by|who|whom|whose|that|which|against|under|inside|outside|across|behind|among|amid|between|since|during|loyal|opposed|wearing|carrying|belonging|including|along)$/;
/** A participle goes with a complement only where a preposition follows: "forces allied with", not "allied forces". */
const PARTICIPLE =
  /^(?:fighting|armed|accused|suspected|linked|allied|affiliated|based|backed|led|trained|stationed|living|trapped|held|wanted|killed|wounded|working|operating|dressed|destined|responsible)$/;
const QUANTITY =
  /^(?:dozen|dozens|scores|hundreds|thousands|tens|millions|number|group|groups|band|bands|crowd|crowds|handful|pair|majority|minority|some|several|many|most|all|half|part|column|team|mob|convoy|couple|one|two|three|four|five|six|seven|eight|nine|ten|others|members|few|elements|remnants|rest|wave|bunch)$/;
const FORMER = /^(?:former|ex|retired|ousted|deposed|onetime|erstwhile|late|exiled|dethroned|disgraced|fired|sacked)$/;

/** Reads an actor phrase from its words ("retired", "vice", "president"); `countries` are those the report is about. */
export function readPhrase(
  words: readonly string[],
  lexicon: Lexicon,
  countries: ReadonlySet<string> = new Set(),
): PhraseReading {
  return new Phrase(words, lexicon, countries).read(0, words.length, 0);
}

class Phrase {
  readonly #words: readonly string[];
  readonly #keys: readonly string[];
  readonly #hits: readonly AliasHit[];
  readonly #lexicon: Lexicon;
  readonly #countries: ReadonlySet<string>;

  constructor(words: readonly string[], lexicon: Lexicon, countries: ReadonlySet<string>) {
    this.#words = words;
    this.#keys = words.map(wordKey);
    this.#hits = aliasHits(lexicon.aliases, words);
    this.#lexicon = lexicon;
    this.#countries = countries;
  }

  read(start: number, end: number, depth: number): PhraseReading {
    const from = this.#skipOpening(start, end);
    if (from >= end || depth > 4) return NOTHING;
    const cut = this.#coreEnd(from, end);
    const whole = this.#hits.find((h) => h.from === from && h.to === cut);
    if (whole !== undefined) return this.#ofHit(whole);
    const owner = this.#possessive(from, cut);
    if (owner > from) return this.#owned(from, owner, end, depth);
    return this.#ofCore(from, cut, end, depth);
  }

  /** Articles, numbers and quantifiers say nothing of who the actor is. */
  #skipOpening(start: number, end: number): number {
    let i = start;
    while (
      i < end - 1 &&
      /^(?:the|a|an|this|that|these|those|some|any|all|both|each|every|no|his|her|its|their|our|my|your|at|least|about|around|nearly|almost|more|than|up|to|over|as|many|several|other|another|first|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|\d.*|)$/.test(
        this.#keys[i] ?? "",
      ) &&
      !this.#hits.some((h) => h.from === i)
    )
      i++;
    return i;
  }

  /** The core ends before the first complement that is not inside a name or a noun of several words. */
  #coreEnd(from: number, end: number): number {
    for (let i = from + 1; i < end; i++) {
      const inName = this.#hits.find((h) => h.from < i && i < h.to);
      if (inName !== undefined) {
        i = inName.to - 1;
        continue;
      }
      if (/^[,()]$/.test(this.#words[i] ?? "")) return i;
      if (!this.#isPost(i)) continue;
      const long = this.#longHead(i, end);
      if (long === null) return /^[-–]$/.test(this.#words[i - 1] ?? "") ? this.#nextPost(i + 1, end) : i;
      i = long - 1;
    }
    return end;
  }

  #isPost(i: number): boolean {
    const key = this.#keys[i] ?? "";
    if (PARTICIPLE.test(key)) return POST.test(this.#keys[i + 1] ?? "") || /^(?:by|as)$/.test(this.#keys[i + 1] ?? "");
    return POST.test(key);
  }

  #nextPost(from: number, end: number): number {
    return from < end ? this.#coreEnd(from - 1, end) : end;
  }

  /** "Minister of Defence", "chief of staff": where a head with "of" inside ends. */
  #longHead(of: number, end: number): number | null {
    for (let to = Math.min(end, of + 4); to > of + 1; to--) {
      const hit = headEndingAt(this.#words, to, this.#lexicon);
      if (hit !== null && hit.from < of) return to;
    }
    return null;
  }

  #possessive(from: number, cut: number): number {
    for (let i = cut - 2; i > from; i--)
      if (/^['’]s?$/.test(this.#words[i] ?? "") && !this.#hits.some((h) => h.from < i && i < h.to)) return i;
    return from;
  }

  /** "Ranariddh's forces", "Iraq's president": what the owner is tells what a relational head is. */
  #owned(from: number, mark: number, end: number, depth: number): PhraseReading {
    const owner = this.read(from, mark, depth + 1);
    const own = this.read(mark + 1, end, depth + 1);
    if (own.own) return own;
    const state = owner.country !== null && /^(?:state|demonym|seat)/.test(owner.rule);
    return this.#related(state ? { ...own, country: owner.country } : own, owner, "owner");
  }

  #ofHit(hit: AliasHit): PhraseReading {
    const written = this.#words.slice(hit.from, hit.to).join(" ");
    return readMeanings(hit.meanings, written, this.#countries) ?? NOTHING;
  }

  #ofCore(from: number, cut: number, end: number, depth: number): PhraseReading {
    const quantity = this.#quantified(from, cut, end);
    if (quantity !== null) return this.read(quantity, end, depth + 1);
    const last = this.#hits.find((h) => h.to === cut && h.from >= from);
    const longer = last === undefined ? null : headEndingAt(this.#words, cut, this.#lexicon);
    if (longer !== null && last !== undefined && longer.from >= from && longer.from < last.from)
      return this.#ofHead(longer, { from, cut, end, depth });
    if (last !== undefined && !isCompounded(this.#words, last)) {
      const named = this.#ofHit(last);
      if (last.from === from || this.#classNounBefore(from, last.from)) return named;
      if (named.entry !== null || named.rule.startsWith("people")) return this.#modified(named, from, last.from);
    }
    const head = this.#headIn(from, cut);
    if (head === null) return this.#complemented(this.#unknown(from, cut), { cut, end, depth }, false);
    return this.#ofHead(head, { from, cut, end, depth });
  }

  /** "dozens of protesters" is protesters. */
  #quantified(from: number, cut: number, end: number): number | null {
    if (cut + 1 >= end || this.#keys[cut] !== "of") return null;
    const key = this.#keys[cut - 1] ?? "";
    if (!QUANTITY.test(key) && !/^\d/.test(key)) return null;
    if (/^(?:members|elements|remnants)$/.test(key)) return this.#hits.some((h) => h.from > cut) ? cut + 1 : null;
    return cut - from <= 3 ? cut + 1 : null;
  }

  #classNounBefore(from: number, to: number): boolean {
    const head = headEndingAt(this.#words, to, this.#lexicon);
    return head !== null && head.from >= from && head.noun?.form === "body";
  }

  /** "U.S. Department of State" is the department; "Kenyan Red Cross" is not the Red Cross itself. */
  #modified(named: PhraseReading, from: number, to: number): PhraseReading {
    const country = this.#countryIn(from, to);
    if (country === null) return named;
    const only = this.#hits.some((h) => h.from === from && h.to === to);
    const own = named.own && only && (named.entry === null || named.entry.countries.includes(country));
    return { ...named, country, own };
  }

  /** A head may not begin in the middle of a name: "European Union officials" are officials. */
  #headAt(end: number): HeadHit | null {
    const hit = headEndingAt(this.#words, end, this.#lexicon);
    const name = hit === null ? undefined : this.#hits.find((h) => h.from < hit.from && hit.from < h.to);
    return name === undefined ? hit : headEndingAt(this.#words, end, this.#lexicon, name.to);
  }

  #headIn(from: number, cut: number): HeadHit | null {
    let last: HeadHit | null = null;
    for (let end = cut; end > from; end--) {
      if (this.#hits.some((h) => h.from < end && end < h.to)) continue;
      const hit = this.#headAt(end);
      if (hit === null || hit.from < from) continue;
      if (end === cut && this.#mayBeSurname(hit, from)) last = hit;
      else if (end === cut) return hit;
      else return this.#isNameLike(end, cut) && (last === null || hit.office !== null) ? hit : last;
    }
    return last;
  }

  /** "Cook" in "Foreign Secretary Robin Cook" may be a name: one capitalised word after another. */
  #mayBeSurname(hit: HeadHit, from: number): boolean {
    const word = this.#words[hit.from] ?? "";
    const before = this.#words[hit.from - 1] ?? "";
    return (
      hit.to - hit.from === 1 && hit.from - 1 > from && /^\p{Lu}\p{Ll}/u.test(word) && /^\p{Lu}\p{Ll}/u.test(before)
    );
  }

  /** After a title only a name may follow: "Foreign Minister Dunja Horvat". */
  #isNameLike(from: number, to: number): boolean {
    return this.#words
      .slice(from, to)
      .every((w) => /^\p{Lu}|^[-–.'’]|^(?:al|bin|ibn|el|de|von|van|der|la|abu|ben|da|dos|du|no|\p{N}+)$/u.test(w));
  }

  #ofHead(
    head: HeadHit,
    at: { readonly from: number; readonly cut: number; readonly end: number; readonly depth: number },
  ): PhraseReading {
    const titled = head.to < at.cut;
    const office =
      head.office !== null && (titled || head.noun === null || head.office.full.includes(" ")) ? head.office : null;
    const base: PhraseReading = {
      ...NOTHING,
      country: this.#countryIn(at.from, head.from),
      sector: office?.sector ?? head.noun?.sector ?? head.office?.sector ?? null,
      kind: titled && head.noun?.form !== "body" ? "person" : (head.noun?.kind ?? head.office?.kind ?? null),
      head: this.#words.slice(head.from, head.to).join(" "),
      office: head.office,
      rule: office !== null ? `office ${office.office}` : `noun ${head.noun?.noun ?? head.office?.office ?? ""}`,
      plural: head.plural,
    };
    const inner = this.#modifierOf(at.from, head.from);
    const relational = head.noun?.relational === true || head.office?.sector === "UNK";
    let read = relational && inner !== null ? this.#related(base, inner, "modifier") : base;
    if (!relational && inner?.own === true && isFighter(base) && inner.kind === "armed-group")
      read = { ...read, sector: inner.sector, entry: inner.entry };
    if (!relational && inner?.own === true) read = { ...read, country: read.country ?? inner.country };
    if (at.cut < at.end && (read === base || read.country === null))
      read = this.#complemented(read, at, relational && read === base);
    if (this.#isFormer(at.from, head.from)) read = formerOf(read);
    return finish(read, relational);
  }

  /** "leader of the guerrillas", "people of Iraq", "officials from the foreign ministry". */
  #complemented(
    read: PhraseReading,
    at: { readonly cut: number; readonly end: number; readonly depth: number },
    relational: boolean,
  ): PhraseReading {
    if (at.cut >= at.end || !/^(?:of|from|for|at|with|in|to|by)$/.test(this.#keys[at.cut] ?? "")) return read;
    const inner = this.read(at.cut + 1, at.end, at.depth + 1);
    if (relational && /^(?:of|from|for|at|with|to)$/.test(this.#keys[at.cut] ?? ""))
      return this.#related(read, inner, "complement");
    return { ...read, country: read.country ?? inner.country };
  }

  #related(head: PhraseReading, to: PhraseReading, how: string): PhraseReading {
    const country = head.country ?? to.country;
    const state = to.rule.startsWith("state") || to.rule.startsWith("demonym");
    const forces = /forces?$|^units?$|^troops?$/i.test(head.head);
    if (forces && (state || to.sector === "GOV"))
      return { ...head, country, sector: "MIL", kind: "military", rule: `${head.rule}, ${how}` };
    if (state || to.sector === null) return { ...head, country };
    if (isOwnSector(head)) return { ...head, country };
    const kind = head.kind === "person" || to.kind === "person" ? head.kind : (to.kind ?? head.kind);
    return { ...head, country, sector: to.sector, kind, entry: to.entry, rule: `${head.rule}, ${how} ${to.rule}` };
  }

  /** What the nearest word before the head tells: a listed name, a word of the modifiers, an actor noun. */
  #modifierOf(from: number, to: number): PhraseReading | null {
    for (let end = to; end > from; end--) {
      const hit = this.#hits.find((h) => h.to === end && h.from >= from);
      if (hit !== undefined) {
        const named = this.#ofHit(hit);
        if (!isCompounded(this.#words, hit) && !/^(?:state|demonym|people|seat)/.test(named.rule)) return named;
        end = hit.from + 1;
        continue;
      }
      const known = this.#modifierEndingAt(from, end);
      if (known !== null) return known;
    }
    return null;
  }

  #modifierEndingAt(from: number, end: number): PhraseReading | null {
    for (let start = Math.max(from, end - 3); start < end; start++) {
      const key = this.#keys
        .slice(start, end)
        .filter((k) => k !== "")
        .join(" ");
      const known = this.#lexicon.modifiers.get(key);
      if (known !== undefined && known.sector !== "ELI") return { ...NOTHING, ...known, rule: `word ${key}` };
    }
    const head = headEndingAt(this.#words, end, this.#lexicon);
    if (head?.noun == null || head.from < from || head.noun.sector === "UNK" || head.noun.form === "thing") return null;
    if (head.noun.sector === "CVL" && head.noun.form === "person") return null;
    return { ...NOTHING, sector: head.noun.sector, kind: head.noun.kind, rule: `noun ${head.noun.noun}` };
  }

  #isFormer(from: number, to: number): boolean {
    return this.#keys.slice(from, to).some((k) => FORMER.test(k) && k !== "late" && k !== "exiled");
  }

  /** The country whose name or demonym stands nearest before the head. */
  #countryIn(from: number, to: number): string | null {
    for (const hit of [...this.#hits].reverse()) {
      if (hit.from < from || hit.to > to || isCompounded(this.#words, hit)) continue;
      if (hit.meanings[0]?.kind === "seat" && /^\p{Lu}/u.test(this.#words[hit.to] ?? "") && !this.#isHeadWord(hit.to))
        continue;
      const read = this.#ofHit(hit);
      if (read.country !== null) return read.country;
    }
    return null;
  }

  #isHeadWord(i: number): boolean {
    return this.#lexicon.headEnds.has(this.#keys[i] ?? "") || this.#lexicon.modifiers.has(this.#keys[i] ?? "");
  }

  /** No head that we know: a name, told by what stands in it. */
  #unknown(from: number, cut: number): PhraseReading {
    const hit = this.#hits.find(
      (h) => h.from >= from && h.to <= cut && h.meanings[0]?.kind !== "seat" && !isCompounded(this.#words, h),
    );
    const head = this.#words[cut - 1] ?? "";
    if (hit === undefined) return { ...NOTHING, head };
    const read = this.#ofHit(hit);
    return { ...NOTHING, head, country: read.country, rule: `part ${read.rule}` };
  }
}

/** "police commander" is police; a suspect, soldier or judge stays what the word says. */
function isOwnSector(head: PhraseReading): boolean {
  return head.sector === "ELI" || (head.office?.body === "army" && head.kind === "person");
}

/** Fighters of a listed group are what the group is. */
function isFighter(read: PhraseReading): boolean {
  return /^(?:UAF|REB|SEP)$/.test(read.sector ?? "") && read.plural;
}

const KEPT_BY_FORMER = /^(?:REB|UAF|SEP|CRM|CVL|REF|null)$/;

/** Who held an office is of the elite, no longer of the government. */
function formerOf(read: PhraseReading): PhraseReading {
  if (KEPT_BY_FORMER.test(String(read.sector))) return read;
  if (read.office === null && !/^(?:GOV|LEG|JUD)$/.test(String(read.sector))) return read;
  return { ...read, sector: "ELI", rule: `${read.rule}, former` };
}

/** A leader or member of nothing told is of no sector; of a state, of its government. */
function finish(read: PhraseReading, relational: boolean): PhraseReading {
  if (!relational || read.sector !== "UNK") return read.sector === "UNK" ? { ...read, sector: null } : read;
  return read.country === null
    ? { ...read, sector: null }
    : { ...read, sector: "GOV", kind: read.kind === "other" ? "government" : read.kind };
}

/** What a listed wording tells; among several entries the one of the report's countries. */
export function readMeanings(
  meanings: readonly Meaning[],
  written: string,
  countries: ReadonlySet<string>,
): PhraseReading | null {
  const chosen = chooseEntry(meanings, written, countries);
  if (chosen === null) return null;
  if (chosen.kind === "actor") {
    const { entry, alias } = chosen;
    const country = entry.flags.includes("transnational") ? null : (entry.countries[0] ?? null);
    return {
      ...NOTHING,
      country,
      sector: entry.sector,
      kind: entry.kind,
      head: written,
      entry,
      rule: `alias ${alias}`,
      own: true,
    };
  }
  const { alpha2 } = chosen.state;
  const people = chosen.kind === "people";
  return {
    ...NOTHING,
    country: alpha2,
    sector: people ? "CVL" : "GOV",
    kind: people ? "civilians" : "government",
    head: written,
    rule: `${chosen.kind} ${chosen.alias}`,
    own: true,
    plural: people && !isAcronym(written),
  };
}

import { stem } from "./stem.ts";

/** Words by which reports tell one kind of deed: a line a kind. Wider than the codebook's types where English is, narrower where two deeds must stay two. */
const CLASSES = `
kill slay murder assassinate massacre execute behead slaughter butcher homicide assassination slaying killing lynch
die perish death succumb fatality dead
wound injure hurt maim injury casualty
shoot gun fire gunfire shooting shootout gunshot ambush
bomb blast explode explosion detonate detonation bombing ied
shell bombard bombardment mortar rocket artillery barrage shelling
strike airstrike raid pound hit
attack assault raid storm ambush offensive onslaught incursion
clash fight battle skirmish combat firefight fighting
arrest detain nab apprehend capture custody seize round catch jail detention
abduct kidnap hostage abduction kidnapping hijack hijacking
free release liberate rescue
burn torch arson fire blaze alight ablaze
destroy demolish raze devastate wreck flatten ruin
loot rob steal theft robbery burglary plunder ransack
rape molest harass
beat stab batter punch thrash knife stabbing
torture mistreat abuse
throw hurl lob pelt
protest demonstrate demonstration march rally protester demonstrator
riot rampage unrest violence rioting
strike walkout stoppage
talk negotiate negotiation discuss dialogue meet meeting summit confer
visit tour trip travel arrive
agree deal accord pact agreement sign treaty
offer propose proposal bid
buy acquire purchase acquisition takeover
merge merger
support back endorse backing
aid help assist assistance donate relief
deploy send dispatch deployment
withdraw pull retreat withdrawal pullout leave
resign quit step resignation
appoint name nominate appointment pick choose
elect vote election poll
sentence convict conviction guilty jail
charge indict accuse arraign indictment
accuse blame allege accusation
sue lawsuit suit
try trial prosecute
investigate probe investigation inquiry
deny reject refuse dismiss denial refute
condemn denounce criticize slam criticism decry
warn threaten threat ultimatum
demand urge call appeal request ask
announce declare unveil launch reveal
fine penalty penalise
ban bar prohibit outlaw
sanction embargo
expel deport expulsion oust
seize take overrun conquer
besiege blockade siege encircle
foil thwart prevent repel avert fend
escape flee break
displace evacuate evacuation
crash collide collision
earthquake quake tremor temblor
flood storm hurricane landslide
win victory beat defeat triumph
lose defeat loss
cut slash reduce layoff
increase raise hike
suspend halt stop
fire dismiss sack
search hunt manhunt
admit confess plead
check enter admit
host hold
`;

const CLASS_OF: ReadonlyMap<string, ReadonlySet<number>> = classes();

function classes(): ReadonlyMap<string, ReadonlySet<number>> {
  const of = new Map<string, Set<number>>();
  CLASSES.trim()
    .split("\n")
    .forEach((line, i) => {
      for (const word of line.split(" ")) {
        const known = of.get(stem(word));
        if (known === undefined) of.set(stem(word), new Set([i]));
        else known.add(i);
      }
    });
  return of;
}

/** Whether two lists of stems hold words for one kind of deed. */
export function sameKind(a: readonly string[], b: readonly string[]): boolean {
  const kinds = new Set(a.flatMap((x) => [...(CLASS_OF.get(x) ?? [])]));
  return kinds.size > 0 && b.some((y) => [...(CLASS_OF.get(y) ?? [])].some((k) => kinds.has(k)));
}

/** What to look a stem up by: its kinds, or itself where it is of none. */
export function kindsOf(word: string): readonly string[] {
  const kinds = CLASS_OF.get(word);
  return kinds === undefined ? [word] : [...kinds].map(String);
}

/** News agencies by the marks they sign with. */
const AGENCIES: readonly (readonly [name: string, marks: readonly string[]])[] = [
  ["Reuters", ["reuters", "thomson reuters"]],
  ["AP", ["ap", "associated press", "the associated press"]],
  ["AFP", ["afp", "agence france-presse", "agence france presse"]],
  ["dpa", ["dpa", "deutsche presse-agentur"]],
  ["EFE", ["efe", "agencia efe", "efe-epa"]],
  ["ANSA", ["ansa"]],
  ["Xinhua", ["xinhua", "xinhua news agency"]],
  ["TASS", ["tass", "itar-tass"]],
  ["Interfax", ["interfax"]],
  ["RIA Novosti", ["ria novosti", "ria"]],
  ["UPI", ["upi", "united press international"]],
  ["Bloomberg", ["bloomberg", "bloomberg news"]],
  ["Anadolu", ["aa", "anadolu", "anadolu agency"]],
  ["PTI", ["pti", "press trust of india"]],
  ["ANI", ["ani", "asian news international"]],
  ["IANS", ["ians"]],
  ["Kyodo", ["kyodo", "kyodo news"]],
  ["Yonhap", ["yonhap"]],
  ["IRNA", ["irna"]],
  ["SANA", ["sana"]],
  ["WAFA", ["wafa"]],
  ["SPA", ["spa", "saudi press agency"]],
  ["MENA", ["mena", "middle east news agency"]],
  ["NAN", ["nan", "news agency of nigeria"]],
  ["GNA", ["gna", "ghana news agency"]],
  ["PANA", ["pana", "panapress"]],
  ["Ukrinform", ["ukrinform"]],
  ["Belga", ["belga"]],
  ["Keystone-SDA", ["keystone-sda", "sda"]],
  ["APA", ["apa"]],
  ["PA Media", ["pa media", "press association"]],
  ["CP", ["cp", "canadian press", "the canadian press"]],
  ["AAP", ["aap", "australian associated press"]],
  ["Prensa Latina", ["prensa latina"]],
  ["Bernama", ["bernama"]],
  ["Antara", ["antara"]],
];
const BY_MARK: ReadonlyMap<string, string> = new Map(AGENCIES.flatMap(([name, marks]) => marks.map((m) => [m, name])));

/** Whose text a report is, and the words that tell so. */
export interface Credit {
  readonly outlet: string;
  readonly reason: string;
}

// "BAMAKO, June 5 (Reuters) - ", "PARIS (AP) —", "NIAMEY, Niger (AFP) –": an agency signs behind the place line.
const PLACE_LINE = /^[^\n()]{0,80}\(([\p{L}][\p{L}\s.-]{0,30})\)\s*[-–—:]/u;
// A line of its own or a last line: "Source: AFP", "(With inputs from PTI)", "Reporting by …; © Reuters", "- AP".
const CREDIT_LINE =
  /^(?:\W{0,3})(?:source\s*:|credit\s*:|from\s*:|\(?with (?:inputs?|reporting|material|files) from|by|via|©|\(c\)|copyright)\s+(?:\d{4}\s+)?(?:the\s+)?([\p{L}][\p{L}\s.-]{1,40}?)\W{0,3}$/iu;
const SIGNATURE = /^[-–—(\s]*([\p{L}][\p{L}.-]{1,30}(?:\s[\p{L}-]+){0,2})[)\s.]*$/u;

/** The agency that signs a report, in its first lines or its last ones; undefined where none does. */
export function creditOf(text: string): Credit | undefined {
  const lines = text
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");
  for (const line of lines.slice(0, 6)) {
    const mark = PLACE_LINE.exec(line.slice(0, 160))?.[1];
    const agency = mark === undefined ? undefined : agencyOf(mark);
    if (agency !== undefined) return { outlet: agency, reason: `agency mark “(${mark})”` };
  }
  for (const line of [...lines.slice(0, 4), ...lines.slice(-3)]) {
    if (line.length > 120) continue;
    const credited = CREDIT_LINE.exec(line)?.[1] ?? SIGNATURE.exec(line)?.[1];
    const agency = credited === undefined ? undefined : agencyOf(credited);
    if (agency !== undefined) return { outlet: agency, reason: `credit line “${line}”` };
  }
  return undefined;
}

/** The agency a mark stands for. Short marks count only in capitals: "sana" is a name, "SANA" an agency. */
export function agencyOf(mark: string): string | undefined {
  const bare = mark.trim().replace(/\s+/g, " ");
  const name = BY_MARK.get(bare.toLowerCase());
  if (name === undefined) return undefined;
  return bare.length <= 4 && bare !== bare.toUpperCase() && bare !== name ? undefined : name;
}

/** Words that tell nothing of what happened: they are left out where wordings are compared. */
const FILLERS: ReadonlySet<string> = new Set(
  `a an the and or but nor of in on at to from by for with without within into onto over under after before during since until
  about against between among through as than then that this these those there here it its he him his she her hers they them
  their theirs we us our you your i me my who whom whose which what when where why how is are was were be been being am do does
  did done have has had having will would shall should can could may might must not no yes if so such some any each every both
  all more most other another same own very just also only even still yet already again too while because though although
  however mr mrs ms dr sir new one two first last next said say says told tell according report reported reports up out off
  down back away near around`
    .split(/\s+/)
    .filter((w) => w !== ""),
);

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** Words in the names of so many actors that they tell none from another: nothing is looked up by them alone. */
const COMMON_IN_NAMES: ReadonlySet<string> = new Set(
  `army armed forces force police military government ministry minister ministers president presidential party front movement
  united nations states state national republic democratic people peoples islamic islam liberation union council security
  defence defense department office court supreme general guard republican special troops soldiers brigade battalion division
  group groups organization organisation committee commission authority agency federal central north south east west northern
  southern eastern western international world news press radio television royal civil city town village district province
  region governor mayor king prince sheikh former prime foreign interior affairs service services command coalition alliance
  rebels rebel militants militant fighters gunmen opposition university school hospital church company bank`
    .split(/\s+/)
    .filter((w) => w !== ""),
);

export function isCommonInNames(word: string): boolean {
  return COMMON_IN_NAMES.has(word);
}

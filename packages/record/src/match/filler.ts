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

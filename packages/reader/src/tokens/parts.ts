const NEGATION =
  /^(do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|need|might|may|ai|sha|dare|ought)n['’ʼ`]t$/i;
const CLITIC = /^(.+)['’ʼ`](s|re|ve|ll|d|m)$/iu;
const SHORTENED = /^(?:i|you|he|she|it|we|they|that|who|there|this|what|how|where|when|why|which|\p{Ll}+)$/u;
const MEASURE =
  /^(\d[\d.,:]*)(am|pm|a\.m|p\.m|km|kg|cm|mm|m|mph|kmh|kph|hrs?|mins?|lbs?|ft|gb|mb|kb|mw|kw|bn|mn|tn|k)$/i;
const NOT_MEASURES = /^\d+(?:K|M)$/;

/** Where a word is cut, in code units from its start: "don't" [2], "Mali's" [4], "10am" [2]; empty for most. */
export function cutsOf(word: string, cuts: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const known = cuts.get(word.toLowerCase().replace(/[’ʼ`]/g, "'"));
  if (known !== undefined) return known;
  const negation = NEGATION.exec(word);
  if (negation?.[1] !== undefined) return [negation[1].length];
  const clitic = CLITIC.exec(word);
  if (clitic?.[1] !== undefined && mayShorten(clitic[1], clitic[2] ?? "")) return [clitic[1].length];
  const measure = NOT_MEASURES.test(word) ? null : MEASURE.exec(word);
  return measure?.[1] === undefined ? [] : [measure[1].length];
}

// "Sa'd" and "Ka'm" are names: 'd and 'm are cut only off pronouns and words in small letters.
function mayShorten(stem: string, clitic: string): boolean {
  return (
    /^(?:s|re|ve|ll)$/i.test(clitic) ||
    SHORTENED.test(stem.length === 1 ? stem.toLowerCase() : stem) ||
    /^(?:He|She|It|We|They|You|Who|That|There|HE|SHE|IT|WE|THEY|YOU|WHO|THAT|THERE)$/.test(stem)
  );
}

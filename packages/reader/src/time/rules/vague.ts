import { after, before, type Rule, rule } from "../rule.ts";

type Vague = "PRESENT_REF" | "PAST_REF" | "FUTURE_REF";

/** Words that tell no more than past, present or future. */
export const vagueRules: readonly Rule[] = [
  rule({
    name: "vague",
    example: "recently",
    level: "any",
    pattern: "word=VAGUE",
    read: (c) => ({ kind: "vague", timex: c.text("word") as Vague }),
    fits: (at) => {
      const last = at.atoms[at.to - 1]?.lower ?? "";
      const next = after(at);
      if (last === "soon") return before(at) !== "as" && !/^(after|as|-)$/.test(next);
      if (last === "shortly") return !/^(after|before|thereafter)$/.test(next);
      if (last === "present") return /^(at|for|of)$/.test(before(at)) || at.to - at.from > 1;
      if (last === "past" && /^(\d|few|several|two|three|four|five|six|seven|eight|nine|ten|couple)/.test(next))
        return false;
      if (last === "future" || last === "past")
        return !/^[\p{L}]/u.test(next) || !/^(generations?|government|leaders?)$/.test(next);
      return next !== "-";
    },
  }),
  rule({
    name: "vague-adjective",
    example: "current",
    level: "any",
    pattern: "word=VAGUEADJ",
    read: (c) => ({ kind: "vague", timex: c.text("word") as Vague }),
    fits: (at) => /^(current|recent|future)$/.test(at.atoms[at.from]?.text ?? "") && /^\p{L}/u.test(after(at)),
  }),
];

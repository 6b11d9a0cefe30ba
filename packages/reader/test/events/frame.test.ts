import { describe, expect, test } from "vitest";
import { framesOf } from "../../src/events/frame.ts";
import { treeOf } from "../../src/events/tree.ts";
import { handDoc, word } from "./hand-doc.ts";

/** Who does what to whom around a verb, as "subject > object". */
function whoWhom(words: string, verb: string): string {
  const doc = handDoc(words);
  const frame = framesOf(treeOf(doc.tokens)).of(word(doc, verb));
  return `${frame.subject?.token.text ?? "-"} > ${frame.object?.token.text ?? "-"}`;
}

describe("who does what to whom", () => {
  test("an active verb has its subject and object", () => {
    expect(whoWhom("Troops NOUN NNS 2 nsubj|shelled VERB VBD 0 root|villages NOUN NNS 2 obj", "shelled")).toBe(
      "Troops > villages",
    );
  });

  test("a passive is undone: the by-phrase acts, the subject is acted on", () => {
    const words =
      "Villages NOUN NNS 3 nsubj:pass|were AUX VBD 3 aux:pass be|shelled VERB VBN 0 root|by ADP IN 5 case|troops NOUN NNS 3 obl";
    expect(whoWhom(words, "shelled")).toBe("troops > Villages");
  });

  test("a passive without a by-phrase has no doer", () => {
    const words = "Villages NOUN NNS 3 nsubj:pass|were AUX VBD 3 aux:pass be|shelled VERB VBN 0 root";
    expect(whoWhom(words, "shelled")).toBe("- > Villages");
  });

  test("'who' stands for the noun before it", () => {
    const words =
      "Rebels NOUN NNS 6 nsubj|who PRON WP 3 nsubj|raided VERB VBD 1 acl:relcl|the DET DT 5 det|base NOUN NN 3 obj|fled VERB VBD 0 root";
    expect(whoWhom(words, "raided")).toBe("Rebels > base");
    expect(whoWhom(words, "fled")).toBe("Rebels > -");
  });

  test("a relative clause without a pronoun leaves its gap to the noun", () => {
    const words = "Towns NOUN NNS 4 nsubj|rebels NOUN NNS 3 nsubj|seized VERB VBD 1 acl:relcl|burned VERB VBD 0 root";
    expect(whoWhom(words, "seized")).toBe("rebels > Towns");
  });

  test("coordinated verbs share the subject, and an object that comes after both", () => {
    const words =
      "Police NOUN NNS 2 nsubj|arrested VERB VBD 0 root|and CCONJ CC 4 cc|beat VERB VBD 2 conj|marchers NOUN NNS 2 obj";
    expect(whoWhom(words, "beat")).toBe("Police > marchers");
  });

  test("a coordinated verb with an object of its own does not take the other's", () => {
    const words =
      "Police NOUN NNS 2 nsubj|arrested VERB VBD 0 root|two NUM CD 2 obj|and CCONJ CC 5 cc|fled VERB VBD 2 conj";
    expect(whoWhom(words, "fled")).toBe("Police > -");
  });

  test("the one who is urged is to act; the one who promises acts himself", () => {
    const urged =
      "Envoys NOUN NNS 2 nsubj|urged VERB VBD 0 root urge|rebels NOUN NNS 2 obj|to PART TO 5 mark|withdraw VERB VB 2 xcomp";
    expect(whoWhom(urged, "withdraw")).toBe("rebels > -");
    const vowed = "Rebels NOUN NNS 2 nsubj|vowed VERB VBD 0 root vow|to PART TO 4 mark|withdraw VERB VB 2 xcomp";
    expect(whoWhom(vowed, "withdraw")).toBe("Rebels > -");
  });

  test("troops that are sent to fight do the fighting", () => {
    const words =
      "Chad PROPN NNP 2 nsubj|sent VERB VBD 0 root send|troops NOUN NNS 2 obj|to PART TO 5 mark|fight VERB VB 2 advcl|rebels NOUN NNS 5 obj";
    expect(whoWhom(words, "fight")).toBe("troops > rebels");
  });

  test("in 'accused X of killing' X is charged with the killing", () => {
    const words =
      "Groups NOUN NNS 2 nsubj|accused VERB VBD 0 root accuse|soldiers NOUN NNS 2 obj|of SCONJ IN 5 mark|killing VERB VBG 2 advcl|farmers NOUN NNS 5 obj";
    expect(whoWhom(words, "killing")).toBe("soldiers > farmers");
  });

  test("a participle after the main clause is the main subject's deed", () => {
    const words =
      "Jets NOUN NNS 2 nsubj|bombed VERB VBD 0 root|town NOUN NN 2 obj|killing VERB VBG 2 advcl|five NUM CD 4 obj";
    expect(whoWhom(words, "killing")).toBe("Jets > five");
  });

  test("a participle after a noun is that noun's deed, or done to it", () => {
    const active = "Men NOUN NNS 0 root|guarding VERB VBG 1 acl|camp NOUN NN 2 obj";
    expect(whoWhom(active, "guarding")).toBe("Men > camp");
    const passive = "Men NOUN NNS 0 root|held VERB VBN 1 acl|by ADP IN 4 case|rebels NOUN NNS 2 obl";
    expect(whoWhom(passive, "held")).toBe("rebels > Men");
  });

  test("their efforts to retake the town are theirs", () => {
    const words =
      "their PRON PRP$ 2 nmod:poss|efforts NOUN NNS 0 root|to PART TO 4 mark|retake VERB VB 2 acl|town NOUN NN 4 obj";
    expect(whoWhom(words, "retake")).toBe("their > town");
  });
});

describe("hostile trees", () => {
  test("a chain of ten thousand coordinated verbs is read in bounded time", () => {
    const words = Array.from({ length: 10_000 }, (_, i) => `hit VERB VBD ${i} ${i === 0 ? "root" : "conj"}`).join("|");
    const doc = handDoc(words);
    const frames = framesOf(treeOf(doc.tokens));
    const started = Date.now();
    for (const t of doc.tokens) frames.of(t);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test("a head that points to itself or in a circle does not hang", () => {
    const doc = handDoc("a VERB VBD 2 conj|b VERB VBD 1 conj|c VERB VBD 3 xcomp");
    const frames = framesOf(treeOf(doc.tokens));
    expect(doc.tokens.map((t) => frames.of(t).subject)).toEqual([null, null, null]);
  });
});

import type { Entity } from "@dateline/model";
import { expect, test } from "vitest";
import { loadResources } from "../../node/load.ts";
import { entityAt, mentionIndex } from "../../src/actors/mention-index.ts";
import { createReader, type Doc } from "../../src/index.ts";

const reader = createReader(loadResources());
const read = (text: string): Doc => reader.analyse({ text, published: "2021-03-04" }, "actors");
const wordsOf = (doc: Doc, entity: Entity | undefined): readonly string[] =>
  (entity?.mentions ?? []).map((m) => doc.text.slice(m.start, m.end));
const entityWith = (doc: Doc, words: string): Entity | undefined =>
  doc.entities.find((e) => wordsOf(doc, e).includes(words));

test("a title before a name, a short form and a pronoun are one person", () => {
  const doc = read("Defence Minister Ingrid Solberg visited Oslo. Solberg said she would resign.");
  expect(wordsOf(doc, entityWith(doc, "Ingrid Solberg"))).toEqual([
    "Defence Minister",
    "Ingrid Solberg",
    "Solberg",
    "she",
  ]);
});

test("two persons of different first names stay apart", () => {
  const doc = read("Ingrid Solberg met Lars Solberg in Oslo.");
  expect(entityWith(doc, "Ingrid Solberg")?.id).not.toBe(entityWith(doc, "Lars Solberg")?.id);
});

test("acronyms of the list stand for the group", () => {
  const doc = read("Gunmen of al-Qaida in the Islamic Maghreb fled. The army blamed AQIM.");
  const entity = entityWith(doc, "AQIM");
  expect(wordsOf(doc, entity)).toContain("al-Qaida in the Islamic Maghreb");
  expect(entity?.link?.actor).toBe("al-qaida-in-the-islamic-maghreb");
});

test("a demonym before a noun mentions the state, and forces of two states stay apart", () => {
  const doc = read("French forces and Chadian forces attacked the camp. France thanked Chad.");
  expect(wordsOf(doc, entityWith(doc, "France"))).toEqual(["French", "France"]);
  expect(entityWith(doc, "French forces")?.id).not.toBe(entityWith(doc, "Chadian forces")?.id);
});

test("a country where something happens is no actor", () => {
  const doc = read("Soldiers killed three men in Niger.");
  expect(entityWith(doc, "Niger")).toBeUndefined();
});

test("a capital that rejects something is its government", () => {
  const doc = read("Paris rejected the demand. A bomb exploded in Paris.");
  const entity = entityWith(doc, "Paris");
  expect(entity).toMatchObject({ kind: "government", country: "FR" });
  expect(entity?.mentions).toHaveLength(1);
});

test("an apposition tells the role and of whom", () => {
  const doc = read("Troops shot Karim Haddad, the spokesman of Hezbollah, on Monday.");
  const entity = entityWith(doc, "Karim Haddad");
  const hezbollah = entityWith(doc, "Hezbollah");
  expect(entity?.roles).toMatchObject([{ title: "spokesman", of: hezbollah?.id }]);
});

test("'the group' points back to the group named before", () => {
  const doc = read("Boko Haram claimed the raid. The group has killed thousands of villagers.");
  expect(wordsOf(doc, entityWith(doc, "Boko Haram"))).toContain("group");
});

test("militants told as a number of others are not the same militants", () => {
  const doc = read("Three militants were killed in Gao. In Kidal, five militants surrendered.");
  expect(entityWith(doc, "Three militants")?.id).not.toBe(entityWith(doc, "five militants")?.id);
});

test("'at least' belongs to the number, not to the people", () => {
  const doc = read("At least 29 people were killed in Gao. The least developed states met.");
  expect(entityWith(doc, "29 people")?.name).toBe("29 people");
  expect(entityWith(doc, "least developed states")?.name).toBe("least developed states");
});

test("coordinated countries are two actors", () => {
  const doc = read("Kenya and Uganda signed the accord.");
  expect(entityWith(doc, "Kenya")?.id).not.toBe(entityWith(doc, "Uganda")?.id);
});

test("the entity at a word or span is that of the mention it heads", () => {
  const doc = read("Rebels in the hills attacked Malian soldiers.");
  const at = doc.text.indexOf("soldiers");
  const token = doc.tokens.find((t) => t.start === at);
  expect(entityAt(doc, token?.i ?? -1)).toBe(entityWith(doc, "Malian soldiers")?.id);
  expect(mentionIndex(doc).entityAt({ start: at, end: at + 8 })).toBe(entityWith(doc, "Malian soldiers")?.id);
  expect(entityAt(doc, doc.tokens.length - 1)).toBeUndefined();
});

test("the struck base of an army mentions the army; a hospital is no actor unless it acts", () => {
  const doc = read("Rebels shelled a Chadian army base and a hospital.");
  expect(entityWith(doc, "Chadian army")).toMatchObject({ kind: "military", country: "TD" });
  expect(entityWith(doc, "hospital")).toBeUndefined();
  expect(entityWith(read("The hospital appealed for blood."), "hospital")).toBeDefined();
});

test("an embassy is its country's", () => {
  const doc = read("Kenya closed the Peruvian embassy. Peru protested.");
  expect(wordsOf(doc, entityWith(doc, "Peru"))).toContain("Peruvian embassy");
});

test("a man told in full is not the man named before", () => {
  const doc = read("Karl Weber saw the attack. The man who threw the grenade fled.");
  expect(entityWith(doc, "Karl Weber")?.id).not.toBe(entityWith(doc, "man")?.id);
});

test("'it' is not the one who says 'we' in the same breath", () => {
  const doc = read("The United Nations condemned Hezbollah. We will weaken Hezbollah so that it can no longer fight.");
  expect(wordsOf(doc, entityWith(doc, "Hezbollah"))).toContain("it");
});

test("'we' of an officer is the command he speaks for", () => {
  const doc = read(
    "U.S. Africa Command has bases. “We will stay,” said Gen. Paul Dorn, commander of U.S. Africa Command.",
  );
  expect(wordsOf(doc, entityWith(doc, "U.S. Africa Command"))).toContain("We");
});

test("numbers that stand for people are actors where they are hurt, dates are not", () => {
  const doc = read("The blast on May 7 killed 82 and injured dozens.");
  expect(entityWith(doc, "82")?.kind).toBe("civilians");
  expect(entityWith(doc, "7")).toBeUndefined();
});

test("odd texts neither throw nor take long", () => {
  const texts = [
    "",
    "\n\n",
    "“".repeat(3000),
    "a".repeat(50000),
    "the ".repeat(3000),
    "U.S. ".repeat(3000),
    "(".repeat(3000),
    "Mr. ".repeat(3000),
  ];
  for (const text of texts) expect(() => read(text)).not.toThrow();
}, 60_000);

test("every mention lies on words of the text", () => {
  const doc = read("“We will fight on,” Col. Ana Ruiz of the Colombian army told El Tiempo. Her troops number 500.");
  for (const e of doc.entities) for (const m of e.mentions) expect(doc.text.slice(m.start, m.end).trim()).not.toBe("");
});

test("who leads a deed is mentioned; a coalition led by a state is another actor", () => {
  const doc = read("The French-led operation near Gao ended. Turkish-led forces left.");
  expect(entityWith(doc, "French")?.name).toBe("France");
  expect(doc.entities.some((e) => e.name === "Turkey")).toBe(false);
});

test("a demonym before a place tells where; before people it tells who", () => {
  expect(read("Gunmen stormed a hotel in the Malian capital.").entities.some((e) => e.name === "Mali")).toBe(false);
  expect(read("Malian officials met gunmen.").entities.some((e) => e.country === "ML")).toBe(true);
});

import type { ActorRef, CountRange, FieldContent, TimeRef } from "@dateline/model";
import { expect, test } from "vitest";
import { relation } from "../../src/dispute/relation.ts";

const count = (...range: CountRange): FieldContent => ({ kind: "count", range });
const time = (earliest: string, latest: string = earliest): FieldContent => ({
  kind: "time",
  time: { value: earliest, earliest, latest } satisfies TimeRef,
});
const actors = (...names: readonly string[]): FieldContent => ({
  kind: "actors",
  actors: names.map((name): ActorRef => ({ name, kind: "armed-group", country: null, actor: null, codes: {} })),
});

test("an open number holds an exact one; two exact ones exclude each other", () => {
  expect(relation(count(3, null), count(5, 5))).toBe("wider");
  expect(relation(count(5, 5), count(4, null))).toBe("narrower");
  expect(relation(count(5, 5), count(7, 7))).toBe("incompatible");
  expect(relation(count(4, 8), count(6, null))).toBe("beside");
});

test("a month holds its days; two days exclude each other", () => {
  expect(relation(time("2020-06-01", "2020-06-30"), time("2020-06-03"))).toBe("wider");
  expect(relation(time("2020-06-03"), time("2020-06-04"))).toBe("incompatible");
  expect(relation(time("2020-06-01", "2020-06-10"), time("2020-06-05", "2020-06-15"))).toBe("beside");
});

test("two bodies of one state do not exclude each other, nor do two victims", () => {
  const of = (name: string, kind: ActorRef["kind"], country: string | null): FieldContent => ({
    kind: "actors",
    actors: [{ name, kind, country, actor: null, codes: {} }],
  });
  expect(relation(of("U.S.", "government", "US"), of("American forces", "military", "US"))).toBe("beside");
  expect(relation(of("U.S.", "government", "US"), of("France", "government", "FR"))).toBe("incompatible");
  expect(relation(of("Ama Selu", "person", null), of("Omar Dia", "person", null))).toBe("beside");
});

test("a description does not exclude a name; two names of one kind do", () => {
  expect(relation(actors("gunmen"), actors("Kalo Front"))).toBe("wider");
  expect(relation(actors("Kalo Front"), actors("Sen Union"))).toBe("incompatible");
  expect(relation(actors("Kalo Front"), actors("Kalo Front fighters"))).toBe("beside");
  expect(relation(actors("Kalo Front"), actors("the Kalo Front", "Sen Union"))).toBe("wider");
});

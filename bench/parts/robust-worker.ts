// Adds, decides, undoes and rebuilds in turn, telling what it begins and what it was told is safe: robust-worker PLACE FROM
import { openRecord } from "../../packages/dateline/src/store/open.ts";
import { governor, input } from "../../packages/dateline/test/store/made-reports.ts";

const [place = "", from = "0"] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say("begin open");
const record = await openRecord(/^postgres/.test(place) ? { databaseUrl: place } : { dir: place });
say("done open");
for (let i = Number(from); ; i += 1) {
  say("begin add");
  const reports = [0, 1, 2].map((k) => {
    const words = Array.from({ length: 30 }, (_, n) => `word${i * 97 + k * 31 + n}`).join(" ");
    return input({ ...governor, id: `k-${i}-${k}`, text: `${governor.text} ${words}` });
  });
  for (const { report } of await record.add(reports)) say(`safe report ${report}`);
  say("done add");
  const claims = (await record.claims({ report: `k-${i}-0` })).items;
  const claim = claims[0]?.id ?? "";
  say("begin decide");
  const [one] = await record.decide([{ action: { kind: "accept", target: { claim } }, who: "Ada" }]);
  say(`safe decision ${one?.id}`);
  say("done decide");
  if (i % 3 === 0) {
    say("begin step");
    const others = (await record.claims({ report: `k-${i}-1` })).items.map((c) => c.id);
    const step = await record.decide(
      [claim, ...others].flatMap((id) => [
        { action: { kind: "edit", target: { claim: id }, field: "mode", value: null } as const, who: "Ben" },
        { action: { kind: "cant-tell", target: { claim: id } } as const, who: "Ben" },
      ]),
    );
    say(`safe step ${step[0]?.id} ${step.length}`);
    say("done step");
  }
  if (i % 4 === 1) {
    say("begin undo");
    const [undo] = await record.decide([{ action: { kind: "undo", decision: one?.id ?? "" }, who: "Ada" }]);
    say(`safe decision ${undo?.id}`);
    say("done undo");
  }
  if (i % 3 === 2) {
    say("begin rebuild");
    await record.rebuild();
    say("done rebuild");
  }
}

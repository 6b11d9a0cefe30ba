// Adds reports to a record one after the other and says which it was told are safe: tsx killed-adder.ts DIR FROM
import { openRecord } from "../../src/store/open.ts";
import { governor, input } from "./made-reports.ts";

const [dir = "", from = "0"] = process.argv.slice(2);
const record = await openRecord({ dir });
process.stdout.write("open\n");
for (let i = Number(from); ; i += 1) {
  const filler = Array.from({ length: 30 }, (_, k) => `word${i * 31 + k}`).join(" ");
  await record.add([input({ ...governor, id: `k-${i}`, text: `${governor.text} ${filler}` })]);
  process.stdout.write(`${i}\n`);
  if (i % 3 === 0) {
    const { items } = await record.claims({ report: `k-${i}` });
    await record.decide([{ action: { kind: "accept", target: { claim: items[0]?.id ?? "" } }, who: "Ada" }]);
    process.stdout.write(`d${i}\n`);
  }
}

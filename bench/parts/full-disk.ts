import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openRecord } from "../../packages/dateline/src/store/open.ts";
import { governor, input } from "../../packages/dateline/test/store/made-reports.ts";
import { DatelineError } from "../../packages/model/src/index.ts";
import { numbersFrom } from "./numbers.ts";
import { whatIsWrong } from "./whole-record.ts";

export interface FullDisk {
  readonly times: number;
  readonly refused: number;
  readonly acknowledged: number;
  readonly messages: readonly string[];
  readonly wrong: readonly string[];
}

/** Fills a small disk with ballast until adding and deciding are refused, makes room, and looks whether all that was acknowledged is there. */
export async function fullDisk(disk: string, times: number): Promise<FullDisk> {
  const random = numbersFrom(times + 3);
  const [dir, ballast] = [join(disk, "record"), join(disk, "ballast")];
  await rm(dir, { recursive: true, force: true });
  await rm(ballast, { force: true });
  const told = { reports: [] as string[], decisions: [] as string[], steps: [] };
  const messages = new Set<string>();
  const wrong: string[] = [];
  let [refused, acknowledged] = [0, 0];
  for (let time = 0; time < times; time += 1) {
    const record = await openRecord({ dir });
    const { bsize } = await statfs(disk);
    const full = 2 + Math.floor(random() * 4);
    // between nothing and what some steps need
    const room = Math.floor(random() ** 2 * 4_000_000);
    for (let i = 0; i < 60; i += 1) {
      if (i === full) await writeFile(ballast, Buffer.alloc(Math.max(0, (await statfs(disk)).bavail * bsize - room)));
      try {
        const reports = [0, 1, 2].map((k) => {
          const words = Array.from({ length: 900 }, (_, n) => `word${(time * 61 + i) * 97 + k * 31 + n}`).join(" ");
          return input({ ...governor, id: `k-${time * 100 + i}-${k}`, text: `${governor.text} ${words}` });
        });
        told.reports.push(...(await record.add(reports)).map((r) => r.report));
        const claim = (await record.claims({ report: `k-${time * 100 + i}-0` })).items[0]?.id ?? "";
        const [made] = await record.decide([{ action: { kind: "accept", target: { claim } }, who: "Ada" }]);
        told.decisions.push(made?.id ?? "");
      } catch (error) {
        refused += 1;
        if (!(error instanceof DatelineError)) wrong.push(`time ${time}: a bare error: ${String(error)}`);
        messages.add(error instanceof DatelineError ? `${error.code}: ${error.message}` : String(error));
        if (refused % 3 === 0) break;
      }
    }
    await record.close().catch((error: unknown) => messages.add(`on closing: ${String(error)}`));
    await rm(ballast, { force: true });
    const again = await openRecord({ dir });
    for (const w of await whatIsWrong(again, told)) wrong.push(`time ${time}: ${w}`);
    acknowledged += told.reports.length + told.decisions.length;
    await again.close();
    if ((await statfs(disk)).bavail * bsize < 20_000_000)
      await rm(dir, { recursive: true, force: true }).then(() => Object.assign(told, { reports: [], decisions: [] }));
  }
  return { times, refused, acknowledged, messages: [...messages], wrong };
}

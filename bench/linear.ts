// Reading time against length for ordinary and hostile texts: tsx bench/linear.ts [SIZES [TEXT]] → bench/results/linear.md
// TEXT: only the texts whose name begins so; the results are printed then, not written.
// Seconds of processor time, so that other work on the machine counts little. 10 MB need room: NODE_OPTIONS=--max-old-space-size=12000.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createReader } from "@dateline/reader";
import { loadResources } from "@dateline/reader/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "examples");
const news = readdirSync(examples)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => readFileSync(join(examples, file), "utf8"))
  .join("\n\n");

const units: Readonly<Record<string, string>> = {
  "news (the sample reports again and again)": news,
  "one sentence without end": "the army killed five people and ",
  "no spaces": "a",
  "quotation marks": "“”\"' ",
  "mixed scripts": "قتل الجيش five مسلحين в Киеве 👩‍👩‍👧 killed ",
};
const sizes = (process.argv[2] ?? "1000,10000,100000,1000000,10000000").split(",").map(Number);

const reader = createReader(loadResources());
reader.read({ text: news });

const only = process.argv[3] ?? "";
const chosen = Object.entries(units).filter(([name]) => name.startsWith(only));
const rows = chosen.map(([name, unit]) => {
  const times = sizes.map((size) => {
    const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    const began = process.cpuUsage();
    reader.read({ text, published: "2020-06-05" });
    const { user, system } = process.cpuUsage(began);
    const time = (user + system) / 1000;
    console.log(`${name}, ${size / 1000} kB: ${time.toFixed(0)} ms`);
    return time;
  });
  return `| ${name} | ${times.map((t) => `${t < 10 ? t.toFixed(1) : t.toFixed(0)} ms`).join(" | ")} |`;
});

const table = [
  `| text | ${sizes.map((s) => `${s / 1000} kB`).join(" | ")} |`,
  `| --- |${" ---: |".repeat(sizes.length)}`,
  ...rows,
];
const page = `# Time against length\n\nWhole reading, warm, milliseconds of processor time (the garbage collector's threads included):
\`NODE_OPTIONS=--max-old-space-size=12000 npx tsx bench/linear.ts\`.\n\n${table.join("\n")}\n`;
if (only === "") {
  mkdirSync(join(root, "bench/results"), { recursive: true });
  writeFileSync(join(root, "bench/results/linear.md"), page);
} else console.log(page);

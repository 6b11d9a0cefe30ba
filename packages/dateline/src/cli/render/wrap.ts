import stringWidth from "string-width";

/** `text` in lines of at most `width` columns, broken at spaces; a longer word stands alone. Empty text gives no line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (word === "") continue;
    const next = line === "" ? word : `${line} ${word}`;
    if (line !== "" && stringWidth(next) > width) {
      lines.push(line);
      line = word;
    } else {
      line = next;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

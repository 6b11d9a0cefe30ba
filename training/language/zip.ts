import { inflateRawSync } from "node:zlib";

/** The text files of a ZIP archive whose name fits, in the archive's order. */
export function textsOf(zip: Buffer, fits: (name: string) => boolean): readonly string[] {
  const texts: string[] = [];
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    if (fits(name)) texts.push((method === 0 ? packed : inflateRawSync(packed)).toString("latin1"));
    at += 46 + nameLength + extra + comment;
  }
  return texts;
}

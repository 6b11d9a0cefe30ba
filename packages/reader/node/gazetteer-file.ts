import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { DatelineError } from "@dateline/model";
import { type ByteSource, type Gazetteer, openGazetteer } from "../src/place/gazetteer.ts";

/** Bytes that one reading of a file has room for, save for the rare name of thousands of places. */
const ROOM = 1 << 16;

/**
 * The gazetteer in a file, of which each look-up reads its own few hundred bytes. The file stays open as long as the
 * process runs. Throws `gazetteer/unreadable` where it is missing, cut or of another version.
 */
export function openGazetteerFile(path: string): Gazetteer {
  const fd = opened(path);
  const gazetteer = openGazetteer(sourceOf(fd));
  if (gazetteer !== null) return gazetteer;
  closeSync(fd);
  throw new DatelineError(
    "gazetteer/unreadable",
    `${path}: no gazetteer of this version, or a cut one; make it with \`dateline gazetteer import\``,
  );
}

function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    throw new DatelineError("gazetteer/unreadable", `${path}: the gazetteer cannot be read; check the path`, { cause });
  }
}

function sourceOf(fd: number): ByteSource {
  const room = Buffer.allocUnsafe(ROOM);
  return {
    size: fstatSync(fd).size,
    read(at, length) {
      const bytes = length <= ROOM ? room : Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(fd, bytes, 0, length, at));
    },
  };
}

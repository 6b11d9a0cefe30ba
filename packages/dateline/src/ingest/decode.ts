import { isUtf8 } from "node:buffer";
import { DatelineError } from "@dateline/model";
import { analyse } from "chardet";
import sniffHtml from "html-encoding-sniffer";

/** A text and the encoding it was read as. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes of a plain text. UTF-8 (or UTF-16 with a byte order mark) unless `encoding` says otherwise; nothing is guessed. */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  refuseBinary(bytes);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    throw notUtf8(bytes);
  }
}

/** Bytes of a web page: byte order mark, strict UTF-8, what the page declares, then the likeliest encoding. */
export function decodeHtml(bytes: Uint8Array): Decoded {
  refuseBinary(bytes);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const declared = sniffHtml(bytes, { defaultEncoding: likelyEncoding(bytes) });
    const usable = declared.toLowerCase() === "utf-8" ? likelyEncoding(bytes) : declared;
    return { text: new TextDecoder(usable).decode(bytes), encoding: usable };
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (cause) {
    const message =
      cause instanceof RangeError
        ? `no encoding named "${encoding}"; try utf-8, windows-1252, windows-1256 or utf-16le`
        : `its bytes are not ${encoding}; name another encoding with --encoding`;
    throw new DatelineError("ingest/encoding", message, { cause });
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** A NUL byte in the first 64 KB is in no text encoding without a byte order mark. */
function refuseBinary(bytes: Uint8Array): void {
  const at = bytes.subarray(0, 65_536).indexOf(0);
  if (at < 0) return;
  throw new DatelineError(
    "ingest/binary",
    `is a binary file (NUL byte at offset ${at}); Dateline reads text, HTML, PDF, RSS or Atom feeds and JSON Lines`,
  );
}

function notUtf8(bytes: Uint8Array): DatelineError {
  const at = firstInvalidUtf8(bytes);
  let line = 1;
  for (let i = 0; i < at; i += 1) if (bytes[i] === 10) line += 1;
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, "0").toUpperCase();
  return new DatelineError(
    "ingest/encoding",
    `is not valid UTF-8: byte 0x${byte} at offset ${at}, line ${line}; if it is another encoding, say so (--encoding ${likelyEncoding(bytes)}), else convert it`,
  );
}

/** Offset of the first byte of the first sequence that is not UTF-8. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // the prefix found may end inside the faulty sequence: step back to where it begins
  for (let back = 0; back < 4 && low - back >= 0; back += 1)
    if (isUtf8(bytes.subarray(0, low - back))) return low - back;
  return low;
}

/** Valid UTF-8, but for a character that may be cut off at the end. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false; // the answer itself
  }
}

function likelyEncoding(bytes: Uint8Array): string {
  for (const { name } of analyse(bytes.subarray(0, 16_384))) {
    if (name === "UTF-8") continue;
    try {
      return new TextDecoder(name).encoding;
    } catch {
      // an encoding that the platform cannot read is no use to the user
    }
  }
  return "windows-1252";
}

import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { DatelineError } from "@dateline/model";
import type { Command } from "commander";
import { errnoOf } from "../errno.ts";
import { print } from "./output.ts";
import { progressOf } from "./progress.ts";
import { addRecordOption, placeOf, type RecordOptions, withRecord } from "./record-options.ts";

/** `backup` and `restore`: the record in one file, and a record from it. */
export function backupCommands(program: Command): void {
  const backup = program
    .command("backup")
    .description("write all that the record keeps into one file (.tar.gz); unpacked, it is a record's folder")
    .argument("<file>", "file to write; an existing one is replaced only when the new one is whole");
  addRecordOption(backup).action(async (file: string, options: RecordOptions) => {
    await withRecord({ ...options, create: false }, async (record) => {
      const bar = progressOf("backing up");
      const { archive, done } = record.backup(bar.at);
      const [lines] = await Promise.all([done, written(file, archive)]);
      bar.done();
      const { size } = await stat(file);
      await print(`${file}: ${lines} lines of the journal with their originals and readings, ${megabytes(size)}\n`);
    });
  });
  const restore = program
    .command("restore")
    .description("make a record from a backup, in a new folder or on an empty server")
    .argument("<file>", "a file that `dateline backup` wrote");
  addRecordOption(restore).action(async (file: string, options: RecordOptions) => {
    const { restoreRecord } = await import("../store/restore.ts");
    const bar = progressOf("restoring");
    const place = placeOf({ ...options, create: true });
    const lines = await restoreRecord(archiveIn(file), { place, from: file, onProgress: bar.at });
    bar.done();
    await print(`restored: ${lines} lines of the journal, every hash as it was\n`);
  });
}

/** Writes to another name first: a backup is whole or not there. */
async function written(file: string, archive: ReadableStream<Uint8Array>): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(
      Readable.fromWeb(archive as never),
      createGzip({ level: 6 }),
      createWriteStream(part, { mode: 0o600 }),
    );
    const made = await open(part, "r");
    await made.sync();
    await made.close();
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof DatelineError) throw error;
    throw new DatelineError(
      "backup/unwritable",
      `cannot write ${file} (${errnoOf(error) ?? String(error)}); name another place`,
      {
        cause: error,
      },
    );
  }
}

function archiveIn(file: string): ReadableStream<Uint8Array> {
  const packed = createReadStream(file).on("error", () => undefined);
  return Readable.toWeb(packed.compose(createGunzip())) as ReadableStream<Uint8Array>;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

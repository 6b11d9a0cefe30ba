import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errnoOf } from "../errno.ts";

/** Makes a folder and the missing ones above it, readable by its owner alone; their names outlive a power cut. */
export async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
    await syncFolder(dirname(dir));
  } catch (error) {
    if (errnoOf(error) === "EEXIST" && (await stat(dir)).isDirectory()) return;
    if (errnoOf(error) !== "ENOENT" || dirname(dir) === dir) throw error;
    // step by step: Node's own recursive mkdir never ends where a folder refuses with ENOENT, as /proc does
    await makeFolder(dirname(dir));
    await mkdir(dir, { mode: 0o700 }).catch((again: unknown) => {
      if (errnoOf(again) !== "EEXIST") throw again;
    });
    await syncFolder(dirname(dir));
  }
}

/** Writes a file so that after a power cut it is whole or not there: to another name, fsynced, renamed, folder fsynced. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const made = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    const file = await open(made, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(made, path);
  } catch (error) {
    await rm(made, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the names in a folder outlive a power cut. */
export async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Where a thing of this SHA-256 lies: `ab/abcd…`. */
export function shardOf(dir: string, sha256: string): string {
  return join(dir, sha256.slice(0, 2), sha256);
}

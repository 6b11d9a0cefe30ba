import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Makes a folder and the missing ones above it, readable by its owner alone. */
export async function makeFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
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

import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder, writeDurably } from "./durable.ts";

// The embedded database never fsyncs. Killed, its files are as it left them; after a power cut they may be anything, even
// where they open. So a mark tells in which run of the system the index was last open, and whether it was closed and fsynced.

interface State {
  /** The run of the system; null where it does not tell. */
  readonly boot: string | null;
  readonly clean: boolean;
}

/** Whether the files of an index are those that its last user left. A folder without a mark was made before there was one. */
export async function isIntact(root: string, boot: string | null): Promise<boolean> {
  const state = await stateIn(root);
  return state === undefined || state.clean || (boot !== null && state.boot === boot);
}

/** Marks an index as open, before anything is written to it. */
export async function markOpen(root: string, boot: string | null): Promise<void> {
  const state = await stateIn(root);
  if (state === undefined || state.clean || state.boot !== boot) await write(root, { boot, clean: false });
}

/** Makes what a closed index has written since `since` (milliseconds) outlast a power cut, and marks it so. */
export async function markClosed(root: string, boot: string | null, since: number): Promise<void> {
  await syncTree(join(root, "index"), since);
  await write(root, { boot, clean: true });
}

function pathOf(root: string): string {
  return join(root, "index-state.json");
}

async function write(root: string, state: State): Promise<void> {
  await writeDurably(pathOf(root), `${JSON.stringify(state)}\n`);
}

/** A mark that is damaged vouches for nothing. */
async function stateIn(root: string): Promise<State | undefined> {
  const text = await readFile(pathOf(root), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as State;
  } catch {
    return { boot: null, clean: false };
  }
}

async function syncTree(dir: string, since: number): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) await syncTree(path, since);
    else if (entry.isFile() && (await stat(path)).ctimeMs >= since) await syncFile(path);
  }
  if ((await stat(dir)).ctimeMs >= since) await syncFolder(dir);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

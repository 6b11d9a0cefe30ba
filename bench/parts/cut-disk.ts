import { readdirSync, readFileSync, statSync } from "node:fs";
import fsp, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { basename, dirname, join, sep } from "node:path";

/** What a folder holds: path below it → bytes; a folder ends in the separator. */
export type Tree = ReadonlyMap<string, Uint8Array>;

interface Entry {
  readonly file: number;
  readonly isFolder: boolean;
}

/**
 * A disk that loses what was not fsynced. It watches what goes through `node:fs/promises` below a folder and knows at each
 * moment which bytes of which files and which names in which folders would outlast a power cut.
 */
export class CutDisk {
  readonly #root: string;
  readonly #onOperation: () => void;
  /** File → its bytes at its last fsync. */
  readonly #synced = new Map<number, Uint8Array>();
  /** Folder → the names in it at its last fsync. */
  readonly #names = new Map<string, ReadonlyMap<string, Entry>>();
  /** Inode → file: inodes are used again. */
  readonly #files = new Map<number, number>();
  #next = 1;
  operations = 0;

  constructor(root: string, onOperation: () => void) {
    this.#root = root;
    this.#onOperation = onOperation;
    this.#names.set(root, new Map());
  }

  /** Watches until the function that it gives is called. */
  watch(): () => void {
    const real = { ...fsp };
    const after = async <T>(path: string, work: Promise<T>): Promise<T> => {
      const done = await work;
      if (this.#isWatched(path)) {
        this.operations += 1;
        this.#onOperation();
      }
      return done;
    };
    Object.assign(fsp, {
      open: async (...args: Parameters<typeof fsp.open>) => {
        const file = await after(String(args[0]), real.open(...args));
        return this.#isWatched(String(args[0])) ? this.#watched(file, String(args[0])) : file;
      },
      mkdir: (...args: Parameters<typeof fsp.mkdir>) => after(String(args[0]), real.mkdir(...args)),
      rm: (path: string, options?: object) => {
        this.#forget(path);
        return after(path, real.rm(path, options));
      },
      rename: (from: string, to: string) => {
        this.#forget(to);
        return after(to, real.rename(from, to));
      },
      truncate: (path: string, length: number) => after(path, real.truncate(path, length)),
    });
    syncBuiltinESMExports();
    return () => {
      Object.assign(fsp, real);
      syncBuiltinESMExports();
    };
  }

  /** What would be there after a cut now; of files with unsynced bytes whatever `torn` makes of them. */
  left(torn: (synced: Uint8Array | undefined, written: Uint8Array) => Uint8Array | undefined): Tree {
    const tree = new Map<string, Uint8Array>();
    const walk = (folder: string): void => {
      for (const [name, entry] of this.#names.get(folder) ?? []) {
        const path = join(folder, name);
        const below = path.slice(this.#root.length + 1);
        if (entry.isFolder) {
          tree.set(`${below}${sep}`, new Uint8Array());
          walk(path);
          continue;
        }
        const bytes = torn(this.#synced.get(entry.file), this.#written(path, entry.file));
        if (bytes !== undefined) tree.set(below, bytes);
      }
    };
    walk(this.#root);
    return tree;
  }

  #isWatched(path: string): boolean {
    return path.startsWith(this.#root) && !path.startsWith(join(this.#root, "record", "index", sep));
  }

  #fileOf(inode: number): number {
    const known = this.#files.get(inode);
    if (known !== undefined) return known;
    this.#files.set(inode, this.#next);
    this.#next += 1;
    return this.#next - 1;
  }

  #forget(path: string): void {
    if (!this.#isWatched(path)) return;
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isFile() === true && there.nlink === 1) this.#files.delete(there.ino);
  }

  /** The bytes of a file as written; those synced where another file has its name by now. */
  #written(path: string, file: number): Uint8Array {
    const there = statSync(path, { throwIfNoEntry: false });
    const same = there?.isFile() === true && this.#files.get(there.ino) === file;
    return same ? readFileSync(path) : (this.#synced.get(file) ?? new Uint8Array());
  }

  #watched(file: FileHandle, path: string): FileHandle {
    const count = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work;
      this.operations += 1;
      this.#onOperation();
      return done;
    };
    return new Proxy(file, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name, target);
        if (typeof own !== "function") return own;
        if (name === "sync") return () => count(target.sync().then(() => this.#sync(path, target.fd)));
        const counted = name === "writeFile" || name === "appendFile" || name === "write" || name === "truncate";
        return (...args: readonly unknown[]) => {
          const done = Reflect.apply(own, target, [...args]) as Promise<unknown>;
          return counted ? count(done) : done;
        };
      },
    });
  }

  #sync(path: string, fd: number): void {
    const held = statSync(`/proc/self/fd/${fd}`);
    if (!held.isDirectory()) {
      this.#synced.set(this.#fileOf(held.ino), readFileSync(`/proc/self/fd/${fd}`));
      return;
    }
    const names = new Map<string, Entry>();
    for (const name of readdirSync(path)) {
      const there = statSync(join(path, name), { throwIfNoEntry: false });
      if (there === undefined || (basename(path) === "record" && name === "index" && dirname(path) === this.#root))
        continue;
      names.set(name, { file: this.#fileOf(there.ino), isFolder: there.isDirectory() });
    }
    this.#names.set(path, names);
  }
}

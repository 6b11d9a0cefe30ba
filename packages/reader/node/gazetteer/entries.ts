/** Bytes with three 32-bit numbers that they are sorted by, the first one first. */
export interface Entry {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** They may be overwritten when the next entry is asked for. */
  readonly bytes: Uint8Array;
}

/** Entries in memory up to a fixed number of bytes, given back in order. */
export interface EntryBuffer {
  readonly count: number;
  /** Whether so many more entries with so many bytes have room: if not, the buffer is to be emptied first. */
  hasRoom(entries: number, bytes: number): boolean;
  add(entry: Entry): void;
  /** All entries in order; those of one key in the order in which they came. */
  sorted(): Generator<Entry>;
  clear(): void;
}

/** Bytes of an entry for which the lists of numbers have room, on average. */
const USUAL_BYTES = 24;

/** A buffer of so many bytes; `growing` ones double when they are full. */
export function entryBuffer(size: number, { growing = false }: { readonly growing?: boolean } = {}): EntryBuffer {
  let store = storeOf(size);
  let count = 0;
  let used = 0;
  const hasRoom = (entries: number, bytes: number): boolean =>
    count + entries <= store.a.length && used + bytes <= store.bytes.length;
  return {
    get count() {
      return count;
    },
    hasRoom,
    add({ a, b, c, bytes }) {
      if (!hasRoom(1, bytes.length)) {
        if (!growing) throw new RangeError("no room for an entry");
        store = larger(store, bytes.length);
      }
      store.a[count] = a;
      store.b[count] = b;
      store.c[count] = c;
      store.at[count] = used;
      store.length[count] = bytes.length;
      store.bytes.set(bytes, used);
      used += bytes.length;
      count += 1;
    },
    *sorted() {
      for (const i of order(store, count)) {
        const from = store.at[i] ?? 0;
        const bytes = store.bytes.subarray(from, from + (store.length[i] ?? 0));
        yield { a: store.a[i] ?? 0, b: store.b[i] ?? 0, c: store.c[i] ?? 0, bytes };
      }
    },
    clear() {
      count = 0;
      used = 0;
    },
  };
}

interface Store {
  readonly bytes: Uint8Array;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly c: Uint32Array;
  readonly at: Uint32Array;
  readonly length: Uint16Array;
}

function storeOf(size: number): Store {
  const most = Math.max(16, Math.ceil(size / USUAL_BYTES));
  const u32 = (): Uint32Array => new Uint32Array(most);
  return { bytes: new Uint8Array(size), a: u32(), b: u32(), c: u32(), at: u32(), length: new Uint16Array(most) };
}

function larger(old: Store, more: number): Store {
  const store = storeOf(old.bytes.length * 2 + more);
  store.bytes.set(old.bytes);
  store.a.set(old.a);
  store.b.set(old.b);
  store.c.set(old.c);
  store.at.set(old.at);
  store.length.set(old.length);
  return store;
}

/** Entries in order: two passes of counting by halves of the first number, then each group of equal ones by the others. */
function order({ a, b, c }: Store, count: number): Uint32Array {
  const low = counted(
    Uint32Array.from({ length: count }, (_, i) => i),
    (i) => (a[i] ?? 0) & 0xffff,
  );
  const sorted = counted(low, (i) => (a[i] ?? 0) >>> 16);
  for (let from = 0; from < count; ) {
    const first = a[sorted[from] ?? 0];
    let to = from + 1;
    while (to < count && a[sorted[to] ?? 0] === first) to += 1;
    if (to - from > 1) {
      const group = sorted.subarray(from, to);
      group.sort((x, y) => (b[x] ?? 0) - (b[y] ?? 0) || (c[x] ?? 0) - (c[y] ?? 0) || x - y);
    }
    from = to;
  }
  return sorted;
}

function counted(items: Uint32Array, digit: (item: number) => number): Uint32Array {
  const next = new Uint32Array(0x10000 + 1);
  for (const i of items) next[digit(i) + 1] = (next[digit(i) + 1] ?? 0) + 1;
  for (let d = 0; d < 0x10000; d++) next[d + 1] = (next[d + 1] ?? 0) + (next[d] ?? 0);
  const out = new Uint32Array(items.length);
  for (const i of items) {
    const at = next[digit(i)] ?? 0;
    out[at] = i;
    next[digit(i)] = at + 1;
  }
  return out;
}

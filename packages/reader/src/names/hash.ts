/** Hash of a string or part of one: FNV-1a over code units, 32 bits. */
export function hashOf(text: string, from = 0, to: number = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** One hash from two: order matters. */
export function join(a: number, b: number): number {
  let h = Math.imul(a ^ (b >>> 15) ^ (b << 17), 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h + b, 0x85ebca77);
  return (h ^ (h >>> 13)) >>> 0;
}

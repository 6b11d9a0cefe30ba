/** Groups of ids that pairs connect, each sorted; pairs of unknown ids are left out. */
export function unite(
  ids: readonly string[],
  pairs: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const up = new Map(ids.map((id) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let next = up.get(at); next !== undefined && next !== at; next = up.get(at)) {
      up.set(at, up.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    if (!up.has(a) || !up.has(b)) continue;
    const [x = a, y = b] = [root(a), root(b)].sort();
    if (x !== y) up.set(y, x);
  }
  const groups = new Map<string, string[]>();
  for (const id of [...ids].sort()) {
    const group = groups.get(root(id));
    if (group === undefined) groups.set(root(id), [id]);
    else group.push(id);
  }
  return [...groups.values()];
}

import type { GoldSentence } from "./conllu.ts";

/** A word of a made sentence with what hangs on it to the left and to the right, in order. */
export interface Tree {
  readonly form: string;
  readonly tag: string;
  readonly relation: string;
  readonly left: readonly Tree[];
  readonly right: readonly Tree[];
}

/** A word by itself; `tag` as in "NOUN NNS". */
export function word(form: string, tag: string, relation: string = "dep"): Tree {
  return { form, tag, relation, left: [], right: [] };
}

/** The tree under another relation. */
export function as(relation: string, tree: Tree): Tree {
  return { ...tree, relation };
}

/** The tree with more before it, outermost first. */
export function before(tree: Tree, ...left: readonly (Tree | null)[]): Tree {
  return { ...tree, left: [...left.filter((t) => t !== null), ...tree.left] };
}

/** The tree with more after it, innermost first. */
export function after(tree: Tree, ...right: readonly (Tree | null)[]): Tree {
  return { ...tree, right: [...tree.right, ...right.filter((t) => t !== null)] };
}

/** A gold sentence of a tree; offsets are left at 0, since nothing but words is learned from it. */
export function sentenceOf(tree: Tree): GoldSentence {
  const placed: { tree: Tree; head: number }[] = [];
  const walk = (node: Tree): number => {
    const hung: { readonly at: number }[] = node.left.map((child) => ({ at: walk(child) }));
    const at = placed.push({ tree: node, head: -1 }) - 1;
    for (const child of node.right) hung.push({ at: walk(child) });
    for (const child of hung) {
      const entry = placed[child.at];
      if (entry !== undefined) entry.head = at;
    }
    return at;
  };
  walk(as("root", tree));
  const words = placed.map(({ tree: { form, tag, relation }, head }) => {
    const [upos = "X", xpos = "FW"] = tag.split(" ");
    return { start: 0, end: 0, form, lemma: "_", upos, xpos, head, deprel: relation };
  });
  return { opens: false, words };
}

/** The tree with its first letter as a sentence begins. */
export function capitalised(tree: Tree): Tree {
  const [first, ...others] = tree.left;
  if (first !== undefined) return { ...tree, left: [capitalised(first), ...others] };
  return { ...tree, form: tree.form.charAt(0).toUpperCase() + tree.form.slice(1) };
}

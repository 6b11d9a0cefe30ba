import type { Span } from "@dateline/model";

/** What a person selected in a report's text, without the spaces around it; undefined where that is nothing. */
export function selectedSpan(): Span | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || end <= start) return undefined;
  const words = range.toString();
  const before = words.length - words.trimStart().length;
  return { start: start + before, end: Math.max(start + before + 1, end - (words.length - words.trimEnd().length)) };
}

/** Each stretch of the text says where it starts; numbers of claims inside it are no text. */
function offsetAt(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const stretch = element?.closest<HTMLElement>(".text [data-start]");
  if (stretch == null) return undefined;
  const start = Number(stretch.dataset.start);
  const [words] = stretch.childNodes;
  const length = words?.textContent?.length ?? 0;
  if (node === words) return start + offset;
  return element?.tagName === "SUP" || offset > 0 ? start + length : start;
}

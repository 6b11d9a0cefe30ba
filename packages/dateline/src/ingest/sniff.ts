/** What a file holds, told from its first bytes and, where these leave it open, from its name. */
export type FileKind = "text" | "html" | "pdf" | "feed" | "jsonl" | "json";

export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).replace(/^ï»¿/, "").trimStart();
  if (head.startsWith("%PDF-")) return "pdf";
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(rss|feed|rdf:RDF)[\s>]/i.test(head)) return "feed";
  if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)[\s>]/i.test(head)) return "html";
  if (/\.jsonl$|\.ndjson$/i.test(name)) return "jsonl";
  if (/\.json$/i.test(name)) return /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(head) ? "feed" : "json";
  if (/\.x?html?$/i.test(name)) return "html";
  if (/\.pdf$/i.test(name)) return "pdf";
  return "text";
}

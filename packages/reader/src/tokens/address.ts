const URL_START = /(?:https?:\/\/|ftp:\/\/|www\.|mailto:)[^\s<>"“”«»]{2,2048}/iuy;
const EMAIL = /[\p{L}\p{N}_.+%'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/uy;
const DOMAIN =
  /(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|gov|edu|mil|info|biz|co\.[a-z]{2}|org\.[a-z]{2}|gov\.[a-z]{2}|fr|de|ru|ua|io|tv|uk|ly|doc|pdf|xls|html?|jpe?g|png|txt)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]{0,512})?/iuy;
const HANDLE = /[@#][\p{L}_][\p{L}\p{M}\p{N}_]{0,139}/uy;

/** The end of the URL, e-mail address, domain, file name, handle or hashtag that starts at `at`; `at` where there is none. */
export function addressEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === 64 || first === 35) return matchEnd(HANDLE, text, at);
  return withoutTail(text, at, Math.max(matchEnd(URL_START, text, at), addressLike(text, at)));
}

/** Only words with a point or an at-sign near can be addresses: looks ahead once, a bounded way, before any pattern. */
function addressLike(text: string, at: number): number {
  let mark = 0;
  for (let i = at; i < at + 64 && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 32) break;
    if (unit === 64) return Math.max(matchEnd(EMAIL, text, at), at);
    if (unit === 46) mark = i;
  }
  return mark > 0 ? matchEnd(DOMAIN, text, at) : at;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function withoutTail(text: string, at: number, end: number): number {
  let last = end;
  while (last > at && /[.,;:!?'"’”)\]]/.test(text.charAt(last - 1))) {
    if (text.charAt(last - 1) === ")" && text.slice(at, last).includes("(")) break;
    last--;
  }
  return last;
}

import type { Paging } from "../record-store.ts";

const MOST = 1000;

/** Limit and offset of a page, within bounds. */
export function pageOf({ limit, offset }: Paging): { readonly limit: number; readonly offset: number } {
  return { limit: Math.min(MOST, Math.max(0, Math.trunc(limit ?? 50))), offset: Math.max(0, Math.trunc(offset ?? 0)) };
}

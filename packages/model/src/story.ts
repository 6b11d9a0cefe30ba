/** How a report of a story stands to the one that had the text first. */
export const COPY_KINDS = ["first", "same", "edited", "excerpt", "extended", "version"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export interface StoryMember {
  readonly report: string;
  readonly publisher: string | null;
  /** ISO 8601 date, or null. */
  readonly published: string | null;
  readonly title: string | null;
  readonly kind: CopyKind;
  /** 0 to 1: how much of the shorter text stands in the longer one. */
  readonly containment: number;
}

/** Reports that are copies of one text: wire copy, reprints, edits of it. One story has one origin. */
export interface Story {
  readonly id: string;
  readonly first: string;
  /** The agency or outlet whose text this is. */
  readonly outlet: string | null;
  /** What told so: `agency mark "(Reuters)"`, `byline`, `first publisher`. */
  readonly reason: string;
  readonly members: readonly StoryMember[];
}

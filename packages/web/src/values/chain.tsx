import { Fragment, type ReactNode } from "react";

/** Who first says so, through whom, to the publisher. */
export function Chain({
  links,
  publisher,
}: {
  readonly links: readonly string[];
  readonly publisher: string | null;
}): ReactNode {
  const all = [...links, publisher ?? "this report"];
  return (
    <span className="chain">
      {all.map((link, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same link can stand twice in one chain
        <Fragment key={i}>
          {i > 0 && <span className="arrow"> → </span>}
          <bdi>{link}</bdi>
        </Fragment>
      ))}
    </span>
  );
}

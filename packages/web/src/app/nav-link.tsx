import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";

/** A link of the main navigation that says when it leads to the current page. */
export function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactNode {
  const [isHere] = useRoute(href);
  return (
    <Link href={href} aria-current={isHere ? "page" : undefined}>
      {children}
    </Link>
  );
}

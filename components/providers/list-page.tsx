import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Messages } from "./messages";

interface ListPageProps {
  /** The message files that the list's client components read. */
  messages: readonly string[];
  children: ReactNode;
}

/** Around a page with `useFilters` or other state in the URL, which pages without need not load. */
export function ListPage({ messages, children }: ListPageProps) {
  return (
    <Messages names={messages}>
      <NuqsAdapter>{children}</NuqsAdapter>
    </Messages>
  );
}

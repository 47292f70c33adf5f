"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** The open tab as `?tab=…`; the first one needs no word. A change is not a new page. */
export function useTabInUrl(tabs: readonly string[]): [tab: string, choose: (tab: string) => void] {
  const query = useSearchParams();
  const pathname = usePathname();
  const first = tabs[0] ?? "";
  const tab = tabs.find((each) => each === query.get("tab")) ?? first;
  const choose = (next: string) => {
    const changed = new URLSearchParams(query);
    if (next === first) changed.delete("tab");
    else changed.set("tab", next);
    window.history.replaceState(null, "", changed.size > 0 ? `${pathname}?${changed}` : pathname);
  };
  return [tab, choose];
}

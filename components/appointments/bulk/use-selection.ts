"use client";

import { useState } from "react";

/** So many can be changed at once. */
export const MOST_SELECTED = 100;

/** Which rows are chosen; the latest click is where a range with Shift begins. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const toggle = (id: string, { isRange }: { isRange: boolean }) => {
    const [from, to] = [ids.indexOf(isRange && last ? last : id), ids.indexOf(id)];
    const range = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    const next = new Set(chosen);
    for (const each of range) chosen.has(id) ? next.delete(each) : next.add(each);
    setChosen(new Set([...next].slice(0, MOST_SELECTED)));
    setLast(id);
  };
  const isAllChosen = ids.length > 0 && ids.every((id) => chosen.has(id));
  return {
    chosen,
    toggle,
    isAllChosen,
    toggleAll: () => setChosen(isAllChosen ? new Set() : new Set([...chosen, ...ids].slice(0, MOST_SELECTED))),
    clear: () => setChosen(new Set()),
  };
}

export type Selection = ReturnType<typeof useSelection>;

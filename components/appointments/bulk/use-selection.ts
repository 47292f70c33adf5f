"use client";

import { useState } from "react";

/** So many can be changed at once. */
export const MOST_SELECTED = 100;

interface Row {
  id: string;
}

/** Which rows are chosen, also on other pages; the latest click is where a range with Shift begins. */
export function useSelection<R extends Row>(rows: readonly R[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, R>>(new Map());
  const [last, setLast] = useState<string | null>(null);
  const at = (id: string) => rows.findIndex((row) => row.id === id);
  const toggle = (id: string, { isRange }: { isRange: boolean }) => {
    const [from, to] = [at(isRange && last ? last : id), at(id)];
    const range = rows.slice(from < 0 ? to : Math.min(from, to), Math.max(from, to) + 1);
    const next = new Map(chosen);
    for (const row of range) chosen.has(row.id) ? next.delete(row.id) : next.set(row.id, row);
    setChosen(new Map([...next].slice(0, MOST_SELECTED)));
    setLast(id);
  };
  const isAllChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  const withAll = () => new Map([...chosen, ...rows.map((row): [string, R] => [row.id, row])].slice(0, MOST_SELECTED));
  return {
    chosen,
    /** As they are seen: on this page as they stand now, on another one as they stood when they were chosen. */
    chosenRows: [...chosen.values()].map((row) => rows[at(row.id)] ?? row),
    toggle,
    isAllChosen,
    toggleAll: () => setChosen(isAllChosen ? new Map() : withAll()),
    clear: () => setChosen(new Map()),
  };
}

export type Selection<R extends Row = Row> = ReturnType<typeof useSelection<R>>;

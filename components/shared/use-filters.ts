"use client";

import { type inferParserType, parseAsArrayOf, parseAsString, type UseQueryStatesKeysMap, useQueryStates } from "nuqs";
import { useTransition } from "react";

const trailParser = parseAsArrayOf(parseAsString).withDefault([]);

/**
 * A list's whole state in the URL: its filters by the given parsers, and the trail of cursors that led to this page.
 * A changed filter begins at the first page again.
 */
export function useFilters<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers) {
  const [isPending, startTransition] = useTransition();
  const [filters, setFilters] = useQueryStates(parsers, { history: "replace", startTransition });
  const [{ after }, setTrail] = useQueryStates({ after: trailParser }, { history: "push", startTransition });
  const names = Object.keys(parsers);
  const defaults = Object.fromEntries(names.map((name) => [name, null]));

  const change = (changes: Partial<{ [K in keyof Parsers]: inferParserType<Parsers>[K] | null }>) => {
    void setTrail({ after: null }, { history: "replace" });
    void setFilters(changes as Parameters<typeof setFilters>[0]);
  };
  return {
    filters,
    change,
    clear: () => change(defaults as Parameters<typeof change>[0]),
    /** True when something narrows the list: decides between "nothing yet" and "no results". */
    isFiltered: names.some((name) => !sameAsDefault(parsers[name], filters[name])),
    cursor: after.at(-1) ?? null,
    next: (cursor: string) => void setTrail({ after: [...after, cursor] }),
    previous: after.length > 0 ? () => void setTrail({ after: after.slice(0, -1) }) : undefined,
    isPending,
  };
}

function sameAsDefault(parser: unknown, value: unknown): boolean {
  const fallback = (parser as { defaultValue?: unknown })?.defaultValue ?? null;
  return JSON.stringify(value) === JSON.stringify(fallback);
}

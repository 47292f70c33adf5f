"use client";

import { type inferParserType, parseAsArrayOf, parseAsString, type UseQueryStatesKeysMap, useQueryStates } from "nuqs";
import { useTransition } from "react";

/** The order of the rows, and which one is open beside them. */
const NOT_NARROWING = new Set(["sort", "open"]);
const trailParser = parseAsArrayOf(parseAsString).withDefault([]);

/**
 * A list's whole state in the URL: its filters by the given parsers, and the trail of cursors that led to this page.
 * A changed filter begins at the first page again.
 */
export function useFilters<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers) {
  const [isPending, startTransition] = useTransition();
  const [filters, setFilters] = useQueryStates(parsers, { history: "replace", startTransition });
  const [{ after }, setTrail] = useQueryStates({ after: trailParser }, { history: "push", startTransition });
  const narrowing = Object.keys(parsers).filter((name) => !NOT_NARROWING.has(name));
  const defaults = Object.fromEntries(narrowing.map((name) => [name, null]));

  const change = (changes: Partial<{ [K in keyof Parsers]: inferParserType<Parsers>[K] | null }>) => {
    if (Object.keys(changes).some((name) => name !== "open")) void setTrail({ after: null }, { history: "replace" });
    void setFilters(changes as Parameters<typeof setFilters>[0]);
  };
  return {
    filters,
    change,
    clear: () => change(defaults as Parameters<typeof change>[0]),
    /** True when something narrows the list: decides between "nothing yet" and "no results". */
    isFiltered: narrowing.some((name) => !sameAsDefault(parsers[name], filters[name])),
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

import type { WishRange } from "../../schema";

/** Nearest first, each once. */
export function inOrder(ranges: readonly WishRange[]): WishRange[] {
  const byBounds = new Map(ranges.map((range) => [`${range.from}-${range.to}`, range]));
  return [...byBounds.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

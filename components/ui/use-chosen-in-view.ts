import { type RefObject, useEffect } from "react";

/**
 * In a row that scrolls sideways what is chosen comes into its middle, at first and whenever something else is chosen; the
 * page stays where it is.
 */
export function useChosenInView(
  row: RefObject<HTMLElement | null>,
  { selector, chosen }: { selector: string; chosen?: string },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is in the page, and not read from here
  useEffect(() => {
    const [outer, inner] = [row.current, row.current?.querySelector(selector)];
    if (!outer || !inner) return;
    const [around, one] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()];
    outer.scrollLeft += one.left - around.left - (around.width - one.width) / 2;
  }, [row, selector, chosen]);
}

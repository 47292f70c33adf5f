import type { Block } from "./blocks";
import type { Column } from "./columns";

export type Direction = "up" | "down" | "left" | "right";

interface Step {
  key: string;
  direction: Direction;
}

/** Where the arrow keys lead: to the one before or after it, or to what is nearest in time in the next column that has any. */
export function neighbourOf(columns: readonly Column[], { key, direction }: Step): Block | null {
  const index = columns.findIndex(({ blocks }) => blocks.some((block) => block.key === key));
  const inOrder = [...(columns[index]?.blocks ?? [])].sort((a, b) => a.top - b.top || a.lane - b.lane);
  const at = inOrder.findIndex((block) => block.key === key);
  const current = inOrder[at];
  if (!current) return columns.find(({ blocks }) => blocks.length > 0)?.blocks[0] ?? null;
  if (direction === "up") return inOrder[at - 1] ?? null;
  if (direction === "down") return inOrder[at + 1] ?? null;
  const beyond = direction === "left" ? columns.slice(0, index).reverse() : columns.slice(index + 1);
  const next = beyond.find(({ blocks }) => blocks.length > 0);
  const byDistance = (a: Block, b: Block) => Math.abs(a.top - current.top) - Math.abs(b.top - current.top);
  return [...(next?.blocks ?? [])].sort(byDistance)[0] ?? null;
}

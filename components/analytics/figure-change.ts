export type Direction = "up" | "down" | "flat";

export interface Change {
  direction: Direction;
  /** Of a count: by how much of the value before; null when there was none before. Of a share: in points. */
  by: number | null;
}

/** How a count or a sum moved against the period before. */
export function changeOfCount({ value, previous }: { value: number; previous: number }): Change {
  if (value === previous) return { direction: "flat", by: 0 };
  const direction = value > previous ? "up" : "down";
  return { direction, by: previous > 0 ? (value - previous) / previous : null };
}

/** How a share moved, in percentage points to one decimal; null when one of the two is unknown. */
export function changeOfShare(figure: { value: number | null; previous: number | null }): Change | null {
  if (figure.value === null || figure.previous === null) return null;
  const points = Math.round((figure.value - figure.previous) * 1000) / 10;
  return { direction: points > 0 ? "up" : points < 0 ? "down" : "flat", by: points };
}

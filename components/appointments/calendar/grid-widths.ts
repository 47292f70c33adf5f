import type { CSSProperties } from "react";
import type { DayGroup } from "./columns";

/** What one person's column has at least; with more of them the calendar scrolls sideways. */
export interface Widths {
  columnPx: number;
}

const CLOSED_PX = 112;

export function widthsOf({ columns }: DayGroup, { columnPx }: Widths): CSSProperties {
  if (columns.length === 0) return { flex: `0 0 ${CLOSED_PX}px` };
  return { flex: `${columns.length} 0 0`, minWidth: columns.length * columnPx };
}

export function widthsFor(groups: readonly DayGroup[]): Widths {
  const isWeekOfMany = groups.length > 1 && groups.some(({ columns }) => columns.length > 1);
  return { columnPx: isWeekOfMany ? 104 : groups.length > 1 ? 120 : 150 };
}

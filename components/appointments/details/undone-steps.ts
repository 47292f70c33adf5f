import { BESIDE_A_STEP } from "@/server/appointments/rules/undo";
import type { Change } from "./describe-change";

const BESIDE: readonly string[] = BESIDE_A_STEP;

/** The steps that were taken back: a restoration undoes the nearest one before it that still stands. */
export function undoneSteps(latestFirst: readonly Pick<Change, "id" | "type">[]): ReadonlySet<string> {
  const undone = new Set<string>();
  const standing: string[] = [];
  for (const { id, type } of latestFirst.toReversed()) {
    if (BESIDE.includes(type)) continue;
    if (type !== "restored") standing.push(id);
    else {
      const last = standing.pop();
      if (last) undone.add(last);
    }
  }
  return undone;
}

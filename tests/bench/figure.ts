/** One measured value; a ratio compares it with a yardstick that was measured in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  yardstick?: { name: string; value: number };
  ratio?: number;
  /** What it must reach: bounds of the value and of its ratio. */
  goal?: { atMost?: number; atLeast?: number; ratioAtMost?: number; ratioAtLeast?: number };
}

/** Says whether a figure reaches its goal; true where it has none. */
export function reachesGoal({ value, ratio, goal = {} }: Figure): boolean {
  const within = (measured: number | undefined, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY) =>
    measured === undefined || (measured <= most && measured >= least);
  return within(value, goal.atMost, goal.atLeast) && within(ratio, goal.ratioAtMost, goal.ratioAtLeast);
}

/** The middle value: one slow round does not decide. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

/** The value that the given share of all values does not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

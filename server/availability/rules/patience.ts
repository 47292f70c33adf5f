/** How much longer a search may go on trying. */
export interface Patience {
  stepsLeft: number;
  /** Milliseconds of work since the search began. */
  stopwatch: (() => number) | undefined;
}

/** Thousands of times what a business needs; who may ask has this many times the wishes. */
const MOST_STEPS = 300_000;
/** Two months of twenty people with rooms take less; a caller hears what takes longer, and everybody else waits with them. */
const MOST_MS = 500;
/** So many steps take less than a millisecond or two, and a look at the clock costs nothing beside them. */
const STEPS_TO_A_LOOK = 16;

/** Ends what a search is trying, however deep; the search answers with what it has found. */
export class OutOfPatience extends Error {}

export function patienceOf({ stopwatch }: { stopwatch?: () => number }): Patience {
  return { stepsLeft: MOST_STEPS, stopwatch };
}

export function isOver({ stepsLeft }: Patience): boolean {
  return stepsLeft < 0;
}

/** Throws when there is no patience left, this time and each time after it. */
export function takeStep(patience: Patience): void {
  patience.stepsLeft -= 1;
  const isLook = patience.stepsLeft % STEPS_TO_A_LOOK === 0;
  if (isLook && patience.stopwatch && patience.stopwatch() > MOST_MS) patience.stepsLeft = -1;
  if (isOver(patience)) throw new OutOfPatience("too many ways to combine people and rooms");
}

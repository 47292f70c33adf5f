/**
 * A sliding window over two counts: what came in the present window, and of the one before that part which still lies within
 * one window's length of now, as if its requests had been spread evenly. All in whole milliseconds and products, so that
 * here, in SQL and in Redis the same numbers give the same answer.
 */
export interface WindowState {
  startedMs: number;
  /** What was taken in the window before, and in this one. */
  previous: number;
  count: number;
}

export interface WindowLimit {
  limit: number;
  windowMs: number;
}

export const NOTHING_TAKEN: WindowState = { startedMs: 0, previous: 0, count: 0 };

/** The same state as it looks at a later time; never back: a clock that lags behind joins the present window. */
export function rollTo(state: WindowState, { windowMs }: WindowLimit, nowMs: number): WindowState {
  const startedMs = nowMs - (nowMs % windowMs);
  if (startedMs <= state.startedMs) return state;
  const previous = startedMs - state.startedMs === windowMs ? state.count : 0;
  return { startedMs, previous, count: 0 };
}

/** Whether so many may have been taken, at this time. */
export function isWithin({ startedMs, previous, count }: WindowState, limit: WindowLimit, nowMs: number): boolean {
  const left = limit.windowMs - Math.max(0, nowMs - startedMs);
  return previous * left <= (limit.limit - count) * limit.windowMs;
}

/** How many more may be taken now. */
export function remainingIn({ startedMs, previous, count }: WindowState, limit: WindowLimit, nowMs: number): number {
  const left = limit.windowMs - Math.max(0, nowMs - startedMs);
  return Math.max(0, limit.limit - count - Math.ceil((previous * left) / limit.windowMs));
}

/** How long until one more may be taken, if nobody takes any meanwhile. */
export function waitMs(state: WindowState, limit: WindowLimit, nowMs: number): number {
  const one = { ...state, count: state.count + 1 };
  if (isWithin(one, limit, nowMs)) return 0;
  const elapsed = Math.max(0, nowMs - state.startedMs);
  const spare = limit.limit - one.count;
  if (spare >= 0) return untilFaded(state.previous, spare, limit) - elapsed;
  return limit.windowMs - elapsed + untilFaded(state.count, limit.limit - 1, limit);
}

/** How far into a window the one before weighs no more than `spare`. */
const untilFaded = (previous: number, spare: number, { windowMs }: WindowLimit): number =>
  previous <= spare ? 0 : windowMs - Math.floor((spare * windowMs) / previous);

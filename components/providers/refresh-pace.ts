const BURST_MS = 150;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const QUIET_MS = 10_000;

/**
 * How long to wait before the next look at the server. News after a quiet while is looked at almost at once, ten together
 * in one look; when it does not stop, as on a morning with three callers, the looks become rarer, so that watching leaves
 * something of a person's limit for what they do themselves.
 */
export function refreshPace(): (nowMs: number) => number {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let looksInARow = 0;
  return (nowMs) => {
    looksInARow = nowMs - lookedAtMs > QUIET_MS ? 0 : looksInARow + 1;
    const pause = looksInARow === 0 ? BURST_MS : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (looksInARow - 1));
    lookedAtMs = nowMs + pause;
    return pause;
  };
}

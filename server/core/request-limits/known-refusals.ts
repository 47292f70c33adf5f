interface Known<T> {
  value: T;
  untilMs: number;
}

/** A flood from thousands of addresses forgets the oldest of them; they are only asked for again. */
const MOST = 20_000;
const refusals = new Map<string, Known<unknown>>();

/**
 * Whoever was refused stays refused until the time that they were told: counts only grow meanwhile. So a process answers
 * a flood from memory, and the store hears nothing of it.
 */
export function knownRefusal<T>(bucket: string): Known<T> | null {
  const known = refusals.get(bucket) as Known<T> | undefined;
  if (!known) return null;
  if (known.untilMs > Date.now()) return known;
  refusals.delete(bucket);
  return null;
}

export function rememberRefusal<T>(bucket: string, known: Known<T>): void {
  if (refusals.size >= MOST)
    for (const oldest of refusals.keys()) {
      refusals.delete(oldest);
      break;
    }
  refusals.set(bucket, known);
}

export function forgetRefusals(): void {
  refusals.clear();
}

/** A half-open stretch [from, until), of instants or of minutes of a day. */
export interface Interval {
  from: number;
  until: number;
}

/** The same time as a sorted list of stretches that neither overlap nor touch; a list that is so already is returned. */
export function mergeIntervals(list: readonly Interval[]): readonly Interval[] {
  if (isMerged(list)) return list;
  const sorted = list.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  let last: Interval | undefined;
  for (const { from, until } of sorted) {
    if (last && from <= last.until) {
      if (until > last.until) last.until = until;
    } else {
      last = { from, until };
      merged.push(last);
    }
  }
  return merged;
}

function isMerged(list: readonly Interval[]): boolean {
  let previousUntil = Number.NEGATIVE_INFINITY;
  for (const { from, until } of list) {
    if (from <= previousUntil || until <= from) return false;
    previousUntil = until;
  }
  return true;
}

/** What is left of a merged list without the holes (merged too). */
export function subtractIntervals(list: readonly Interval[], holes: readonly Interval[]): readonly Interval[] {
  if (holes.length === 0) return list;
  const left: Interval[] = [];
  let next = 0;
  for (const { from, until } of list) {
    while (next < holes.length && (holes[next] as Interval).until <= from) next++;
    let rest = from;
    for (let i = next; i < holes.length && rest < until; i++) {
      const hole = holes[i] as Interval;
      if (hole.from >= until) break;
      if (hole.from > rest) left.push({ from: rest, until: hole.from });
      rest = hole.until;
      next = i;
    }
    if (rest < until) left.push({ from: rest, until });
  }
  return left;
}

/** The time that two merged lists share. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as Interval;
    const y = b[j] as Interval;
    const from = Math.max(x.from, y.from);
    const until = Math.min(x.until, y.until);
    if (from < until) shared.push({ from, until });
    if (x.until < y.until) i++;
    else j++;
  }
  return shared;
}

/** Whether a merged list holds the whole stretch without a gap. */
export function containsInterval(list: readonly Interval[], { from, until }: Interval): boolean {
  const stretch = list[firstEndingAfter(list, from)];
  return stretch !== undefined && stretch.from <= from && until <= stretch.until;
}

/** Whether a merged list holds any of the stretch. */
export function overlapsInterval(list: readonly Interval[], { from, until }: Interval): boolean {
  const stretch = list[firstEndingAfter(list, from)];
  return stretch !== undefined && stretch.from < until;
}

/** The first instant of a merged list that is not before the given one; Infinity when there is none. */
export function nextInstant(list: readonly Interval[], from: number): number {
  const stretch = list[firstEndingAfter(list, from)];
  return stretch ? Math.max(stretch.from, from) : Infinity;
}

/** The place of the first stretch that ends after the instant. */
export function firstEndingAfter(list: readonly Interval[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Interval).until <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

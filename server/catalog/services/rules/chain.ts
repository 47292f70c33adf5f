/** The longest a chain may take, waiting included. */
export const MAX_CHAIN_MINUTES = 1440;

export interface Link {
  durationMinutes: number;
  gapAfterMinMinutes: number;
  gapAfterMaxMinutes: number;
  isStaffFree: boolean;
}

/** From the first minute to the last, with the shortest and with the longest waits; no wait follows the last link. */
export function totalMinutes(chain: readonly Link[]): { shortest: number; longest: number } {
  const work = sum(chain.map(({ durationMinutes }) => durationMinutes));
  const waits = chain.slice(0, -1);
  return {
    shortest: work + sum(waits.map(({ gapAfterMinMinutes }) => gapAfterMinMinutes)),
    longest: work + sum(waits.map(({ gapAfterMaxMinutes }) => gapAfterMaxMinutes)),
  };
}

/** A chain in which everybody is free all the time could be booked without end. */
export const occupiesNobody = (chain: readonly Link[]): boolean =>
  chain.length > 0 && chain.every(({ isStaffFree }) => isStaffFree);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

import type { BookingCopy } from "../schema";

export interface ChangeHere {
  occurredAt: Date;
  /** It followed something that was done over there. */
  isFromThere: boolean;
}

/**
 * When our side of a part was changed, for whoever asks which side did so last: what only followed another part of the same visit
 * was done when that was done over there, however late we heard of it.
 */
export function timeOfChange(
  { occurredAt, isFromThere }: ChangeHere,
  others: readonly (Pick<BookingCopy, "changedAt"> | null)[],
): Date {
  if (!isFromThere) return occurredAt;
  const seen = others.flatMap((copy) => (copy?.changedAt && copy.changedAt <= occurredAt ? [copy.changedAt] : []));
  return seen.reduce<Date | null>((last, one) => (last && last > one ? last : one), null) ?? occurredAt;
}

interface Compared {
  /** When our side was changed last. */
  changedAt: Date;
  part: { startsAt: Date } | null;
  copy: Pick<BookingCopy, "startsAt"> | null;
}

/**
 * The moment at which to ask whether what was changed here was to be written over there: when it was, and no later than both
 * sides could still be. Who only says yes to it afterwards has changed what was changed before all the same.
 */
export function whenWritable({ changedAt, part, copy }: Compared): Date {
  const begins = [part?.startsAt, copy?.startsAt].flatMap((at) => (at ? [at.getTime() - 1] : []));
  return new Date(Math.min(changedAt.getTime(), ...begins));
}

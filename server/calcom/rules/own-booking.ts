import { isLive } from "./next-step";

/** What we write into a new booking, to know it again. */
export interface OwnMarks {
  appointmentId: string;
  companyId: string;
  idemKey: string;
  /** Which part of a longer visit it is; the first one has none to say. */
  segment?: string;
}

interface Candidate {
  status: string;
  metadata: Record<string, unknown>;
  rescheduledToUid: string | null;
}

type Marked = Pick<Candidate, "metadata">;

/** Made for this appointment, or this part of it. */
const isMarked = ({ metadata }: Marked, marks: OwnMarks): boolean =>
  metadata.appointmentId === marks.appointmentId &&
  metadata.companyId === marks.companyId &&
  (metadata.segment ?? "0") === (marks.segment ?? "0");

/** Made by this attempt, or by an earlier one for the same. */
export const isOwn = (booking: Marked, marks: OwnMarks): boolean =>
  booking.metadata.idemKey === marks.idemKey || isMarked(booking, marks);

/**
 * The booking that we made for this appointment, if there is one: by the key of the attempt, whatever became of it since,
 * or by the appointment as long as it stands.
 */
export function findOwn<B extends Candidate>(bookings: readonly B[], marks: OwnMarks): B | null {
  return (
    bookings.find((one) => isLive(one) && isMarked(one, marks)) ??
    bookings.find((one) => one.metadata.idemKey === marks.idemKey && one.rescheduledToUid !== null) ??
    bookings.find((one) => one.metadata.idemKey === marks.idemKey) ??
    null
  );
}

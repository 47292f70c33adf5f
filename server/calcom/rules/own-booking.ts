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

/**
 * The booking that we made for this appointment, if there is one: by the key of the attempt, whatever became of it since,
 * or by the appointment as long as it stands.
 */
export function findOwn<B extends Candidate>(bookings: readonly B[], marks: OwnMarks): B | null {
  const isOurs = ({ metadata }: B) =>
    metadata.appointmentId === marks.appointmentId &&
    metadata.companyId === marks.companyId &&
    (metadata.segment ?? "0") === (marks.segment ?? "0");
  return (
    bookings.find((one) => isLive(one) && isOurs(one)) ??
    bookings.find((one) => one.metadata.idemKey === marks.idemKey && one.rescheduledToUid !== null) ??
    bookings.find((one) => one.metadata.idemKey === marks.idemKey) ??
    null
  );
}

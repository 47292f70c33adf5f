import type { BookingCopy } from "../../schema";

type Attendee = NonNullable<BookingCopy["attendee"]>;

interface Customer {
  name: string;
  email: string | null;
  phones: readonly string[];
  /** Who it was for when we last looked: whoever was taken for our customer then still is. */
  before?: BookingCopy["attendee"] | undefined;
}

/** Whether the booking is for somebody else: nothing by which people are known is the same. */
export function isAnotherPerson(attendee: Attendee | null, { name, email, phones, before }: Customer): boolean {
  if (!attendee || isSameAttendee(attendee, before ?? null)) return false;
  const isKnown =
    (attendee.email && email && plainText(attendee.email) === plainText(email)) ||
    (attendee.phone && phones.some((phone) => digits(phone) === digits(attendee.phone ?? ""))) ||
    (attendee.name && plainText(attendee.name) === plainText(name));
  return !isKnown;
}

const isSameAttendee = (attendee: Attendee, before: Attendee | null): boolean =>
  before !== null &&
  attendee.name === before.name &&
  attendee.email === before.email &&
  attendee.phone === before.phone;

const plainText = (text: string): string => text.trim().toLowerCase();
const digits = (phone: string): string => phone.replaceAll(/\D/g, "");

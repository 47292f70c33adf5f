import type { CalendarData, StaffCalendar, StaffOffer } from "./calendar-data";
import type { Link } from "./links";

/** Somebody who may do a link; without an offer where the link names its person, or where nobody is taken. */
export interface Eligible {
  /** The person's place in the calendar's list. */
  index: number;
  offer: StaffOffer | null;
}

/** For each link everybody who may do it, with regard to who is wanted and who did the link before. */
export function eligiblePeople(links: readonly Link[], data: CalendarData): Eligible[][] {
  const people: Eligible[][] = [];
  for (const link of links) {
    const before = link.isCarried ? people.at(-1) : undefined;
    people.push(before ? carriedPeople(link, { before, data }) : wantedPeople(link, data));
  }
  return people;
}

/** Everybody who could do the link, whoever is wanted. */
export function ablePeople(link: Link, { staff }: CalendarData): Eligible[] {
  return staff.flatMap((person, index) => {
    const offer = offerOf(person, link.serviceId);
    const isAble = link.specificStaffId ? person.id === link.specificStaffId : offer !== null;
    return isAble ? [{ index, offer }] : [];
  });
}

function wantedPeople(link: Link, data: CalendarData): Eligible[] {
  const able = ablePeople(link, data);
  if (!link.wantedStaffId || link.specificStaffId) return able;
  const wanted = able.filter(({ index }) => data.staff[index]?.id === link.wantedStaffId);
  return wanted.length === 0 && isOneOfSegments(link) ? able : wanted;
}

/** Whoever is wanted for a composite service does what they offer of it, the rest is done by others. */
function isOneOfSegments({ service }: Link): boolean {
  return (service.segments?.length ?? 0) > 1;
}

function carriedPeople(link: Link, { before, data }: { before: Eligible[]; data: CalendarData }): Eligible[] {
  if (link.isStaffFree) return before.map(({ index }) => ({ index, offer: null }));
  const able = ablePeople(link, data);
  const carried = able.filter(({ index }) => before.some((one) => one.index === index));
  if (!link.wantedStaffId) return carried;
  return carried.filter(({ index }) => data.staff[index]?.id === link.wantedStaffId);
}

function offerOf({ offers }: StaffCalendar, serviceId: string): StaffOffer | null {
  return offers.find((offer) => offer.serviceId === serviceId) ?? null;
}

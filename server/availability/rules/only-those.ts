import type { CalendarData } from "./calendar-data";

interface Meant {
  serviceId: string;
  mayBegin: (staffId: string) => boolean;
}

/** The calendar as if only those did the service: whoever else does it has rules that keep this customer away. */
export function onlyThose<Calendar extends CalendarData>(calendar: Calendar, { serviceId, mayBegin }: Meant): Calendar {
  const isMeant = (staffId: string, offered: string) => offered !== serviceId || mayBegin(staffId);
  return {
    ...calendar,
    staff: calendar.staff.map((person) => ({
      ...person,
      offers: person.offers.filter((offer) => isMeant(person.id, offer.serviceId)),
    })),
    sessions: calendar.sessions?.filter((session) => isMeant(session.staffId, session.serviceId)),
  };
}

import { HOUR, MINUTE, toLocal } from "@/server/core/time";
import { serviceNamed } from "../business";
import { ZONE } from "../clock";
import { addPlanned, type Story } from "./story";

const LEAD = 24 * HOUR + 3 * MINUTE;

/** One appointment whose reminder falls due three minutes after seeding, so that somebody can watch it go out. */
export function planWatchedReminder(story: Story): void {
  const { business, clock, customers, book } = story;
  const service = serviceNamed(business, "Damenhaarschnitt");
  const startsAt = new Date(clock.now.getTime() + LEAD);
  const { date } = toLocal(ZONE, startsAt.getTime());
  const able = business.staff.filter(({ offers, absences }) => {
    const isAway = absences.some(({ fromDay, untilDay }) => date >= clock.day(fromDay) && date < clock.day(untilDay));
    return service.name in offers && !isAway;
  });
  const staff = able.find((candidate) => book.shiftOf(candidate, date)) ?? able[0];
  const customer = customers.find(
    ({ mobile, email, audience, weight, comesUntil }) =>
      mobile && email && audience === "women" && weight > 0 && comesUntil > 1,
  );
  if (!staff || !customer) throw new Error("nobody for the appointment whose reminder can be watched");
  addPlanned(story, { customer, service, staff, startsAt });
}

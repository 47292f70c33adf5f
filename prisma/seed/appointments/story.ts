import { MINUTE, toLocal } from "@/server/core/time";
import { offerOf, type SeedBusiness } from "../business";
import { type SeedClock, ZONE } from "../clock";
import type { CustomerDraft } from "../customers/draft";
import type { Random } from "../random";
import { drawBookedAt } from "./booked-at";
import type { DayBook } from "./day-book";
import type { PlannedAppointment } from "./planned";

/** The calendar while it fills up. */
export interface Story {
  business: SeedBusiness;
  clock: SeedClock;
  random: Random;
  customers: CustomerDraft[];
  book: DayBook;
  planned: PlannedAppointment[];
  /** When each customer comes, to leave a rhythm between two visits. */
  visits: Map<number, number[]>;
}

type Choice = Pick<PlannedAppointment, "customer" | "service" | "staff" | "startsAt">;

/** Writes an appointment down and takes its time; how it was booked and how it ended is told later. */
export function addPlanned(story: Story, { customer, service, staff, startsAt }: Choice): void {
  const { book, clock, planned, visits, random } = story;
  const { minutes, cents } = offerOf(service, staff);
  const endsAt = new Date(startsAt.getTime() + minutes * MINUTE);
  const blockedUntil = new Date(endsAt.getTime() + (service.bufferAfter ?? 0) * MINUTE);
  const date = toLocal(ZONE, startsAt.getTime()).date;
  book.take(staff, { from: startsAt.getTime(), until: blockedUntil.getTime() });
  visits.set(customer.index, [...(visits.get(customer.index) ?? []), startsAt.getTime()]);
  planned.push({
    index: planned.length,
    ...{ customer, service, staff, startsAt, endsAt, blockedFrom: startsAt, blockedUntil },
    branch: book.shiftOf(staff, date)?.branch ?? staff.homeBranch,
    priceCents: cents,
    status: endsAt <= clock.now ? "completed" : "confirmed",
    source: "portal",
    bookedAt: drawBookedAt(startsAt, clock.now, random),
    ...{ cancelledAt: null, cancellationReason: null, movedFrom: null, bookedInCall: null, cancelledInCall: null },
  });
}

import { DAY } from "@/server/core/time";
import { LIVE_DAYS } from "../calls/draft-appointments";
import type { Seeding } from "../seeding";
import { hasCalcom } from "../tenancy";
import type { PlannedAppointment, Source } from "./planned";

const PHONE_SHARE = 0.55;
const OTHERS: { source: Source; weight: number }[] = [
  { source: "web", weight: 45 },
  { source: "portal", weight: 38 },
  { source: "calcom", weight: 17 },
];

/**
 * By which door each was booked. Since the agent answers, a booking by phone is one of its calls; before that, people
 * took them, as many as it needs for the usual share.
 */
export function decideSources(
  planned: PlannedAppointment[],
  { business, clock, random }: Pick<Seeding, "business" | "clock" | "random">,
): void {
  const byAgent = planned.filter(({ bookedInCall }) => bookedInCall !== null);
  const liveSince = clock.now.getTime() - LIVE_DAYS * DAY;
  const before = planned.filter((one) => one.bookedInCall === null && one.bookedAt.getTime() < liveSince);
  const byPeople = random
    .shuffle(before)
    .slice(0, Math.max(0, Math.round(planned.length * PHONE_SHARE) - byAgent.length));
  const byPhone = new Set([...byAgent, ...byPeople]);
  const doors = OTHERS.filter(({ source }) => source !== "calcom" || hasCalcom(business));
  for (const one of planned)
    one.source = byPhone.has(one) ? "phone" : (random.weighted(doors, ({ weight }) => weight)?.source ?? "portal");
}

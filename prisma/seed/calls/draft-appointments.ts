import { addDays, DAY, HOUR, MINUTE, toLocal } from "@/server/core/time";
import type { PlannedAppointment } from "../appointments/planned";
import type { SeedBusiness } from "../business";
import { type SeedClock, ZONE } from "../clock";
import type { Random } from "../random";
import { bookingScene } from "./scene-booking";
import { cancellingScene, reschedulingScene } from "./scene-changes";
import type { CallDraft } from "./told";

/** The agent has answered for so many days. */
export const LIVE_DAYS = 60;
const CALLED_BEFORE_EFFECT = 90_000;

export interface CallWorld {
  business: SeedBusiness;
  clock: SeedClock;
  random: Random;
  planned: PlannedAppointment[];
}

/** The calls in which an appointment was made, moved or called off: each belongs to a row that says so. */
export function draftAppointmentCalls(world: CallWorld): CallDraft[] {
  const { business, clock, random } = world;
  const liveSince = clock.now.getTime() - LIVE_DAYS * DAY;
  const planned = random.shuffle(world.planned);
  const share = (part: number) => Math.round(business.volumes.calls * part);
  const isLive = (at: Date | null) => at !== null && at.getTime() >= liveSince;
  const cancelled = planned
    .filter(({ cancelledAt }) => isLive(cancelledAt) && isDaytime(cancelledAt))
    .slice(0, share(0.06));
  const moved = planned.filter((appointment) => move(appointment, { clock, random, liveSince })).slice(0, share(0.075));
  for (const appointment of planned) if (!moved.includes(appointment)) appointment.movedFrom = null;
  const booked = planned.filter((one) => isLive(one.bookedAt) && !moved.includes(one)).slice(0, share(0.475));
  return [
    ...booked.map((appointment) => draft(bookingScene, { appointment, at: appointment.bookedAt })),
    ...moved.map((appointment) =>
      draft(reschedulingScene, { appointment, at: appointment.movedFrom?.movedAt ?? clock.now }),
    ),
    ...cancelled.map((appointment) =>
      draft(cancellingScene, { appointment, at: appointment.cancelledAt ?? clock.now }),
    ),
  ];
}

function draft(
  scene: CallDraft["scene"],
  { appointment, at }: { appointment: PlannedAppointment; at: Date },
): CallDraft {
  const startedAt = new Date(at.getTime() - CALLED_BEFORE_EFFECT);
  return { scene, startedAt, appointment, customer: appointment.customer, branch: appointment.branch };
}

interface Moving {
  clock: SeedClock;
  random: Random;
  liveSince: number;
}

/** Lets an appointment have stood a week later before, if there was time to move it; says whether it could. */
function move(appointment: PlannedAppointment, { clock, random, liveSince }: Moving): boolean {
  const { bookedAt, startsAt, status } = appointment;
  const earliest = Math.max(bookedAt.getTime() + HOUR, liveSince);
  const latest = Math.min(startsAt.getTime() - 13 * HOUR, clock.now.getTime() - 20 * MINUTE);
  if (latest <= earliest || status === "cancelled" || status === "no_show") return false;
  const movedAt = new Date(earliest + (latest - earliest) * random.next());
  const { date, minutes } = toLocal(ZONE, startsAt.getTime());
  if (!isDaytime(movedAt) || minutes % 15 !== 0) return false;
  appointment.movedFrom = { startsAt: clock.at(addDays(date, 7), minutes), movedAt, callIndex: -1 };
  return true;
}

function isDaytime(at: Date | null): boolean {
  const { minutes } = toLocal(ZONE, at?.getTime() ?? 0);
  return minutes >= 7 * 60 + 30 && minutes <= 21 * 60;
}

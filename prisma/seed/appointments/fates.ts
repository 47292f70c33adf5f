import { HOUR } from "@/server/core/time";
import type { SeedClock } from "../clock";
import type { Random } from "../random";
import { moveToWakingHours } from "./booked-at";
import type { PlannedAppointment } from "./planned";

const CANCELLED_SHARE = 0.06;
const NO_SHOW_SHARE = 0.03;
const PENDING_SHARE = 0.05;

const REASONS = [
  "Krank geworden",
  "Beruflich verhindert",
  "Kind ist krank",
  "Terminkollision",
  "Urlaub kommt dazwischen",
  "Kein Babysitter",
  null,
  null,
];

/** How the past ended, and which of the coming ones still wait for a yes. */
export function decideFates(
  planned: PlannedAppointment[],
  { clock, random }: { clock: SeedClock; random: Random },
): void {
  const past = random.shuffle(planned.filter(({ status }) => status === "completed"));
  const cancelled = Math.round(past.length * CANCELLED_SHARE);
  const noShows = Math.round(past.length * NO_SHOW_SHARE);
  for (const appointment of past.slice(0, cancelled)) cancel(appointment, random);
  for (const appointment of past.slice(cancelled, cancelled + noShows)) appointment.status = "no_show";
  const coming = planned.filter(
    ({ status, startsAt }) => status === "confirmed" && startsAt.getTime() > clock.now.getTime() + 36 * HOUR,
  );
  for (const appointment of random.shuffle(coming).slice(0, Math.round(coming.length * PENDING_SHARE)))
    appointment.status = "pending";
}

function cancel(appointment: PlannedAppointment, random: Random): void {
  const { bookedAt, startsAt } = appointment;
  const span = startsAt.getTime() - bookedAt.getTime();
  appointment.status = "cancelled";
  const drawn = bookedAt.getTime() + span * (0.3 + 0.65 * random.next());
  appointment.cancelledAt = new Date(Math.max(moveToWakingHours(drawn, random), bookedAt.getTime() + span * 0.1));
  appointment.cancellationReason = random.pick(REASONS);
}

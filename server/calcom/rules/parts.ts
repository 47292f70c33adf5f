import type { AppointmentStatus } from "@/server/appointments/schema";
import type { PushOutcome } from "../schema";

/** A stretch of an appointment that stands over there as a booking of its own. */
export interface AppointmentPart {
  /** Among the stretches that need somebody. */
  position: number;
  /** The whole appointment's. */
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  staffId: string;
  serviceId: string;
}

interface Standing {
  position: number;
  /** When it stands over there; null if it doesn't. */
  startsAt: Date | null;
}

/**
 * In which order the parts are written so that none is in another's way: first what is a part no more, then the last of those
 * that move later, then the others from the first one on.
 */
export function orderOfParts(
  parts: readonly Pick<AppointmentPart, "position" | "startsAt">[],
  there: readonly Standing[],
) {
  const standing = new Map(there.map(({ position, startsAt }) => [position, startsAt]));
  const gone = there.map(({ position }) => position).filter((at) => !parts.some(({ position }) => position === at));
  const later = parts.filter(({ position, startsAt }) => {
    const before = standing.get(position);
    return before ? startsAt > before : false;
  });
  const others = parts.filter((part) => !later.includes(part));
  return [...gone, ...later.map(({ position }) => position).reverse(), ...others.map(({ position }) => position)];
}

const WORST: readonly PushOutcome["state"][] = ["waiting", "failed", "synced", "not_linked"];

/** What is said of the whole: as good as its worst part. */
export function outcomeOf(outcomes: readonly PushOutcome[]): PushOutcome {
  const at = ({ state }: PushOutcome) => WORST.indexOf(state);
  return outcomes.reduce((worst, one) => (at(one) < at(worst) ? one : worst), outcomes[0] ?? { state: "not_linked" });
}

import { MINUTE } from "@/server/core/time";
import type { PlannedAppointment } from "./planned";

interface Step {
  name: string;
  startsAt: Date;
  endsAt: Date;
  isStaffFree: boolean;
}

/** The parts of a composite service, one behind the other; whoever is slower or faster is so in the last one. */
export function stepsOf({ service, startsAt, endsAt }: PlannedAppointment): Step[] {
  const segments = service.segments ?? [{ name: service.name, minutes: 0, isStaffFree: false }];
  let at = startsAt;
  return segments.map(({ name, minutes, isStaffFree }, nr) => {
    const from = at;
    at = nr === segments.length - 1 ? endsAt : new Date(from.getTime() + minutes * MINUTE);
    return { name, startsAt: from, endsAt: at, isStaffFree };
  });
}

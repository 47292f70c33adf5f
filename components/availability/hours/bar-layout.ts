import type { DayHours } from "@/server/availability/hours/schema";
import { minutesOfShifts } from "@/server/availability/rules/weekly-hours";

export interface Axis {
  fromMinutes: number;
  untilMinutes: number;
}

interface Bar {
  /** Share of the axis, in percent. */
  left: number;
  width: number;
}

const HOUR = 60;

/** From the first full hour that anybody needs to the last one; never less than a working day. */
export function axisOf(weeks: readonly (readonly DayHours[])[]): Axis {
  const open = weeks.flat().flatMap(({ shifts }) => openMinutes(shifts));
  const first = Math.min(8 * HOUR, ...open.map(({ from }) => from));
  const last = Math.max(19 * HOUR, ...open.map(({ until }) => until));
  return { fromMinutes: Math.floor(first / HOUR) * HOUR, untilMinutes: Math.ceil(last / HOUR) * HOUR };
}

/** Shifts that are being typed may make no sense yet: those have no bar. */
function openMinutes(shifts: DayHours["shifts"]) {
  const sound = shifts.filter(({ startTime, endTime }) => startTime && endTime && startTime < endTime);
  return minutesOfShifts(sound);
}

export function barsOf({ shifts }: Pick<DayHours, "shifts">, axis: Axis): Bar[] {
  const length = axis.untilMinutes - axis.fromMinutes;
  return openMinutes(shifts).map(({ from, until }) => ({
    left: ((from - axis.fromMinutes) / length) * 100,
    width: ((until - from) / length) * 100,
  }));
}

/** Every second or third hour, so that the numbers never touch. */
export function ticksOf({ fromMinutes, untilMinutes }: Axis): { hour: number; left: number }[] {
  const hours = (untilMinutes - fromMinutes) / HOUR;
  const step = hours > 14 ? 3 : 2;
  const first = Math.ceil(fromMinutes / HOUR / step) * step;
  const ticks: { hour: number; left: number }[] = [];
  for (let hour = first; hour * HOUR <= untilMinutes; hour += step)
    ticks.push({ hour, left: ((hour * HOUR - fromMinutes) / (untilMinutes - fromMinutes)) * 100 });
  return ticks;
}

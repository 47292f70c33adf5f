import type { StaffRequirement } from "../schema";
import type { StaffCalendar } from "./calendar-data";

/** Whether somebody, by their place in the calendar's list, may be named by a requirement. */
export function isSuitable(requirement: StaffRequirement, { id, skills }: StaffCalendar): boolean {
  if (requirement.staffIds?.length && !requirement.staffIds.includes(id)) return false;
  return !requirement.skill || (skills ?? []).includes(requirement.skill);
}

export interface Available {
  staff: readonly StaffCalendar[];
  isAvailable: (index: number) => boolean;
}

/**
 * Different people for all requirements together, by their places in the calendar's list, or null. Whoever is chosen
 * gives way to a requirement that has nobody else (Kuhn's matching), so that nobody is missed who could have come.
 */
export function chooseFurtherStaff(requirements: readonly StaffRequirement[], { staff, isAvailable }: Available) {
  const wanted = requirements.flatMap((requirement) => Array.from({ length: requirement.count }, () => requirement));
  const available = [...staff.keys()].filter(isAvailable);
  const seatOf = new Map<number, number>();
  const find = (seat: number, tried: Set<number>): boolean => {
    for (const index of available) {
      if (tried.has(index) || !isSuitable(wanted[seat] as StaffRequirement, staff[index] as StaffCalendar)) continue;
      tried.add(index);
      const other = seatOf.get(index);
      if (other !== undefined && !find(other, tried)) continue;
      seatOf.set(index, seat);
      return true;
    }
    return false;
  };
  return wanted.every((_, seat) => find(seat, new Set())) ? [...seatOf.keys()] : null;
}

import type { HolidayRow } from "./repository";
import type { HolidayView } from "./schema";

export function toHolidayView(row: HolidayRow, isChoice: boolean): HolidayView {
  const { id, branchId, date, name, source, isObserved } = row;
  return { id, branchId, date, name, source, isObserved, isChoice };
}

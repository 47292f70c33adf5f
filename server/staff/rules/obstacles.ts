import type { StaffObstacles } from "../schema";

/** Nothing more lies before somebody. */
export function isFree({ appointments, sessions, services }: StaffObstacles): boolean {
  return appointments === 0 && sessions === 0 && services.length === 0;
}

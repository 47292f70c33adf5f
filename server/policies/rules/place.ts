import type { PolicyScope, PolicySubject } from "../schema";

/** Nearest of what is named; nobody named means the company. */
export function placeOf(
  { staffId, serviceId, branchId }: PolicySubject,
  companyId: string,
): { scope: PolicyScope; id: string } {
  if (staffId) return { scope: "staff", id: staffId };
  if (serviceId) return { scope: "service", id: serviceId };
  if (branchId) return { scope: "branch", id: branchId };
  return { scope: "company", id: companyId };
}

/** Whether somebody who works with some branches only may look at it: at what holds everywhere they may. */
export function isInReach({ branchIds }: { branchIds: readonly string[] }, own: readonly string[]): boolean {
  return own.length === 0 || branchIds.length === 0 || branchIds.some((id) => own.includes(id));
}

interface Reach {
  branchIds: readonly string[];
  staffId?: string | undefined;
}

/** Whether somebody may decide what holds there: with some branches only theirs alone, with only their own time only themselves. */
export function mayDecide(
  { scope, branchIds }: { scope: PolicyScope; branchIds: readonly string[] },
  own: Reach,
): boolean {
  if (own.staffId && scope !== "staff") return false;
  return own.branchIds.length === 0 || (branchIds.length > 0 && branchIds.every((id) => own.branchIds.includes(id)));
}

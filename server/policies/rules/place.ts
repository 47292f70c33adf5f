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

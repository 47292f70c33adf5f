import type { PolicySubject } from "@/server/policies/schema";

interface Booked {
  branch: { id: string };
  /** Of a composite, the main service, and the person of the first segment. */
  service: { id: string };
  staff: { id: string };
}

/** Whose rules hold for an appointment; a composite follows its main service and whoever begins. */
export const policySubjectOf = ({ branch, service, staff }: Booked): PolicySubject => ({
  branchId: branch.id,
  serviceId: service.id,
  staffId: staff.id,
});

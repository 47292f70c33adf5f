import { fromWall } from "@/server/core/time";
import { createCustomer, createService, createStaff, createTenantWithCompany } from "./factories";

/** 2026-12-02 is a Wednesday, the day after the fixed clock of the actors. */
export const wednesdayAt = (hours: number, minutes = 0): Date =>
  new Date(fromWall("Europe/Berlin", "2026-12-02", hours * 60 + minutes));

/** A company in which one person offers one service to one customer. */
export async function createBookableCompany() {
  const company = await createTenantWithCompany();
  const service = await createService(company);
  const staff = await createStaff(company);
  const customer = await createCustomer(company);
  return { company, service, staff, customer };
}

export type BookableCompany = Awaited<ReturnType<typeof createBookableCompany>>;

/** What a booking of that company asks for; Wednesday at ten unless told otherwise. */
export function wishOf({ company, service, staff, customer }: BookableCompany, startsAt = wednesdayAt(10)) {
  return {
    customerId: customer.id,
    branchId: company.branchId,
    serviceId: service.id,
    staffId: staff.id,
    startsAt,
    source: "portal" as const,
  };
}

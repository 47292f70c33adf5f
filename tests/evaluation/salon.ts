import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { placeBranch } from "@/server/availability/holidays/commands/place-branch";
import {
  type Arrangement,
  atWall,
  CUSTOMERS,
  type Habits,
  PLACE,
  SERVICES,
  STAFF,
  type Who,
} from "@/server/calls/simulator/rules/salon";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../support/actors";
import { createCustomer, createService, createStaff } from "../support/factories";
import { setPolicy } from "../support/salon-line";
import { createTelephoneCompany } from "../support/telephone";

/** The salon whose week is empty, on a telephone line of its own. */
export async function createSalon({ language = "de", verification = "birthdate" }: Habits) {
  const settings = { verification };
  const company = await createTelephoneCompany({ settings }, { language: language === "de" ? "de-DE" : "en-US" });
  const place = { branchId: company.branchId, municipality: null, ...PLACE };
  await placeBranch(ownerOf(company, new Date()), place);
  const services: Record<string, string> = {};
  for (const [position, service] of SERVICES.entries())
    services[service.name] = (await createService(company, { ...service, position })).id;
  const { julia, murat } = STAFF;
  const serviceIds = murat.services.map((name) => services[name] ?? "");
  const staff = {
    julia: (await createStaff(company, { name: julia.name })).id,
    murat: (await createStaff(company, { name: murat.name, serviceIds })).id,
  };
  const customers = {} as Record<Who, string>;
  for (const [key, values] of Object.entries(CUSTOMERS))
    customers[key as Who] = (await createCustomer(company, values)).id;
  return { company, services, staff, customers };
}
export type Salon = Awaited<ReturnType<typeof createSalon>>;

/** What is there before the telephone rings. */
export async function arrange(salon: Salon, { bookings, policies, outage }: Arrangement): Promise<void> {
  const { company, services, staff, customers } = salon;
  for (const { type, config } of policies)
    await setPolicy({ company } as Parameters<typeof setPolicy>[0], type, config);
  for (const { at, service, customer } of bookings) {
    const wish = { customerId: customers[customer], branchId: company.branchId, serviceId: services[service] ?? "" };
    const booking = { ...wish, staffId: staff.julia, startsAt: atWall(at), source: "portal" as const };
    await bookAppointment(ownerOf(company, new Date()), booking);
  }
  if (outage)
    await platformClient().branch.update({ where: { id: company.branchId }, data: { isActive: false, ...outage } });
}

import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { recordPastAppointment } from "@/server/appointments/commands/record-past-appointment";
import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { DAY, HOUR } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { createCustomer as create } from "@/server/customers/commands/create-customer";
import type { CreateCustomerInput } from "@/server/customers/schema";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const limitTo = (limits: Prisma.InputJsonObject, { tenantId }: TestCompany = ours.company) =>
  platformClient().tenant.update({ where: { id: tenantId }, data: { limits } });
const customersOf = ({ companyId }: { companyId: string }) => platformClient().customer.count({ where: { companyId } });
const somebody = (lastName: string) => ({ lastName }) as CreateCustomerInput;

it("makes as many as the contract allows, and not one more", async () => {
  await limitTo({ maxCustomers: 3 });
  for (const name of ["Zwei", "Drei"]) await create(ownerOf(ours.company), somebody(name));
  await expect(create(ownerOf(ours.company), somebody("Vier"))).rejects.toMatchObject({
    code: "LIMIT_REACHED",
    details: { what: "customers", limit: 3, used: 3 },
  });
  expect(await customersOf(ours.company)).toBe(3);
});

it("lets one of many at once win the last place", async () => {
  await limitTo({ maxCustomers: 2 });
  const names = Array.from({ length: 8 }, (_, index) => `Gleichzeitig ${index}`);
  const results = await Promise.allSettled(names.map((name) => create(ownerOf(ours.company), somebody(name))));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await customersOf(ours.company)).toBe(2);
});

it("counts all companies of the tenant together, and nobody else's", async () => {
  const [sister, stranger] = [await createTenantWithCompany(), await createTenantWithCompany()];
  const { tenantId } = ours.company;
  await platformClient().company.update({ where: { id: sister.companyId }, data: { tenantId } });
  await limitTo({ maxCustomers: 2 });
  await create(ownerOf(sister), somebody("Schwester"));
  await expect(create(ownerOf(ours.company), somebody("Eine zu viel"))).rejects.toMatchObject({
    code: "LIMIT_REACHED",
  });
  await limitTo({ maxCustomers: 1 }, stranger);
  await expect(create(ownerOf(stranger), somebody("Erste"))).resolves.toBeTruthy();
});

it("is unlimited where the contract says so, and as the default where it says nothing", async () => {
  await limitTo({ maxCustomers: null });
  await expect(create(ownerOf(ours.company), somebody("Zwei"))).resolves.toBeTruthy();
  await limitTo({ maxCompanies: 0 });
  await expect(create(ownerOf(ours.company), somebody("Drei"))).resolves.toBeTruthy();
});

it("never sends a caller away: the telephone books on, the reception is told", async () => {
  await limitTo({ maxAppointmentsPerMonth: 0, maxCustomers: 0 });
  const agent = agentOf(ours.company, "call_1");
  const wish = wishOf(ours);
  await expect(bookAppointment(ownerOf(ours.company), wish)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  await expect(bookAppointment(agent, wish)).resolves.toMatchObject({ isRepeat: false });
  await expect(create(agent, somebody("Neu am Telefon"))).resolves.toBeTruthy();
});

it("counts what was booked this month, and no history that was taken over from a file or from Cal.com", async () => {
  const usedOf = async () => {
    const [row] = await platformClient().$queryRaw<{ used: bigint }[]>`
      SELECT tenant_count(${ours.company.tenantId}::uuid, 'appointmentsPerMonth') AS used`;
    return Number(row?.used);
  };
  const ctx = ownerOf(ours.company, new Date());
  const { customer, service, staff, company } = ours;
  const who = { branchId: company.branchId, customerId: customer.id, serviceId: service.id, staffId: staff.id };
  const [startsAt, endsAt] = [new Date(Date.now() - 30 * DAY), new Date(Date.now() - 30 * DAY + HOUR)];
  const was = { ...who, serviceName: "Haarschnitt", startsAt, endsAt, priceCents: 3000, currency: "EUR" };
  for (const source of ["import", "calcom"] as const)
    await transact(ctx, (tx) => recordPastAppointment(tx, { ...was, source, status: "completed" }));
  expect(await usedOf()).toBe(0);
  const { appointment } = await bookAppointment(ctx, wishOf(ours));
  await platformClient().appointment.update({ where: { id: appointment.id }, data: { source: "import" } });
  expect(await usedOf()).toBe(1);
});

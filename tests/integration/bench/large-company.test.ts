import { beforeAll, expect, it } from "vitest";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { DAY } from "@/server/core/time";
import { createLargeCompany, type LargeCompany } from "@/tests/bench/large-company";

const size = { customers: 1500, appointments: 8000, calls: 500 };
let large: LargeCompany;
beforeAll(async () => {
  const { PLATFORM_DATABASE_URL: platform = "", DATABASE_URL: owner = "" } = process.env;
  large = await createLargeCompany({ platform, owner }, size);
});

it("is as large as it was ordered", async () => {
  const where = { companyId: large.companyId };
  const client = platformClient();
  expect(await client.appointment.count({ where })).toBe(size.appointments);
  expect(await client.customer.count({ where })).toBe(size.customers);
  expect(await client.customerPhone.count({ where })).toBe(size.customers);
  expect(await client.call.count({ where })).toBe(size.calls);
  expect(await client.staff.count({ where })).toBe(20);
  expect(large.serviceNames).toHaveLength(12);
});

it("is half booked in the coming weeks, and still has free times", async () => {
  const { companyId } = large;
  const coming = { companyId, startsAt: { gt: new Date() }, status: "confirmed" as const };
  expect(await platformClient().appointment.count({ where: coming })).toBeGreaterThan(3000);
  const service = await platformClient().service.findFirstOrThrow({ where: { companyId, name: "Damenhaarschnitt" } });
  const ctx = companyContext({ companyId, actor: { kind: "job", name: "bench" } });
  const [from, until] = [new Date(), new Date(Date.now() + 14 * DAY)];
  const { slots } = await searchSlots(ctx, { branchId: companyId, serviceId: service.id, from, until });
  expect(slots.length).toBeGreaterThan(50);
});

import { expect, it } from "vitest";
import { db } from "@/server/core/db";
import { transact } from "@/server/core/transact";
import { ownerOf } from "@/tests/support/actors";
import { createCustomer, createService, createStaff, createTenantWithCompany } from "@/tests/support/factories";

it("builds companies that see their own rows only", async () => {
  const [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
  for (const company of [ours, theirs]) {
    await createStaff(company);
    await createService(company);
    await createCustomer(company);
  }
  const counts = await transact(ownerOf(ours), async (ctx) => ({
    staff: await db(ctx).staff.count(),
    offers: await db(ctx).staffService.count(),
    hours: await db(ctx).workingHour.count(),
    customers: await db(ctx).customer.count(),
    companies: await db(ctx).company.count(),
    colleagues: await db(ctx).membership.count(),
  }));
  expect(counts).toEqual({ staff: 1, offers: 1, hours: 12, customers: 1, companies: 1, colleagues: 1 });
});

import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { addPhoneNumber } from "@/server/calls/platform/commands/add-phone-number";
import { LIMITED, type Limited, limitName } from "@/server/core/allowance";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { createCustomer } from "@/server/customers/commands/create-customer";
import type { CreateCustomerInput } from "@/server/customers/schema";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { createApiKeyInput } from "@/server/identity/api-keys/schema";
import { inviteMember } from "@/server/identity/team/commands/invite-member";
import { resendInvitation } from "@/server/identity/team/commands/resend-invitation";
import { createStaff } from "@/server/staff/commands/create-staff";
import { createCompany } from "@/server/tenancy/platform/commands/create-company";
import { createCompanyInput } from "@/server/tenancy/platform/schema/companies";
import { operator, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { ROLE_IDS } from "../../support/factories";

let ours: BookableCompany;
let ctx: ReturnType<typeof ownerOf>;
beforeEach(async () => {
  ours = await createBookableCompany();
  ctx = ownerOf(ours.company, new Date());
});

const LAST_FREE_NUMBER = 99;
let numbers = 0;
const newNumber = () => `+49303125${String(LAST_FREE_NUMBER - numbers++).padStart(4, "0")}`;
const addressOf = () => `${newId()}@example.com`;

/** Makes one more, as whoever may. What nobody in the product can make more of, or what only callers make, is not refused. */
const ONE_MORE: Record<Limited, (() => Promise<unknown>) | null> = {
  companies: () => {
    const slug = `salon-${newId().slice(-12)}`;
    const words = { tenantId: ours.company.tenantId, name: "Salon Neu", slug, industry: "beauty" };
    const input = createCompanyInput.parse({ ...words, branchName: "Hauptfiliale", ownerEmail: addressOf() });
    return createCompany(operator(), input);
  },
  branches: null,
  staff: () => createStaff(ctx, { name: "Nele Neu", homeBranchId: ours.company.branchId }),
  users: () => inviteMember(ctx, { email: addressOf(), roleId: ROLE_IDS.receptionist, branchIds: [] }),
  phoneNumbers: () => addPhoneNumber(operator(), { companyId: ours.company.companyId, number: newNumber() }),
  customers: () => createCustomer(ctx, { lastName: "Neu" } as CreateCustomerInput),
  appointmentsPerMonth: () => bookAppointment(ctx, wishOf(ours)),
  callsPerMonth: null,
  apiKeys: () => createApiKey(ctx, createApiKeyInput.parse({ name: "Kasse", scopes: ["view_customers"] })),
};
const refused = LIMITED.filter((what) => ONE_MORE[what]);

const limitTo = (what: Limited, limit: number) => {
  const { tenantId } = ours.company;
  return platformClient().tenant.update({ where: { id: tenantId }, data: { limits: { [limitName(what)]: limit } } });
};
const usedOf = async (what: Limited) => {
  const [row] = await platformClient().$queryRaw<{ used: bigint }[]>`
    SELECT tenant_count(${ours.company.tenantId}::uuid, ${what}) AS used`;
  return Number(row?.used);
};

it.each(refused)("%s: as many as the contract allows, and not one more", async (what) => {
  const before = await usedOf(what);
  await limitTo(what, before);
  const details = { what, limit: before, used: before };
  await expect(ONE_MORE[what]?.()).rejects.toMatchObject({ code: "LIMIT_REACHED", details });
  await limitTo(what, before + 1);
  await ONE_MORE[what]?.();
  expect(await usedOf(what)).toBe(before + 1);
  await expect(ONE_MORE[what]?.()).rejects.toMatchObject({ code: "LIMIT_REACHED" });
});

it("users: an invitation that has ended is not sent again past the limit, one that waits is", async () => {
  const invite = { roleId: ROLE_IDS.receptionist, branchIds: [] };
  const ended = await inviteMember(ctx, { ...invite, email: addressOf() });
  const createdAt = new Date(Date.now() - 9 * DAY);
  const over = { createdAt, expiresAt: new Date(Date.now() - DAY) };
  await platformClient().invitation.update({ where: { id: ended.invitationId }, data: over });
  const waiting = await inviteMember(ctx, { ...invite, email: addressOf() });
  await limitTo("users", await usedOf("users"));
  await expect(resendInvitation(ctx, ended)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  await expect(resendInvitation(ctx, waiting)).resolves.toBeTruthy();
});

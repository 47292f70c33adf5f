import { expect, it } from "vitest";
import { eraseAuditValues } from "@/server/audit/commands/erase-values";
import { verifyCompanyChain } from "@/server/audit/queries/verify-company-chain";
import { appClient, platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { writeEntries } from "../../support/chain";
import { createTenantWithCompany } from "../../support/factories";

/** Entries about a customer, about an appointment of theirs, and about somebody else. */
async function createHistory() {
  const company = await createTenantWithCompany();
  const [customerId, appointmentId, otherId] = [newId(), newId(), newId()];
  await writeEntries(ownerOf(company), [
    { action: "create_customers", subjectType: "customer", subjectId: customerId, after: { lastName: "Schäfer" } },
    {
      action: "create_appointments",
      subjectType: "appointment",
      subjectId: appointmentId,
      after: { notes: "Frau Schäfer" },
    },
    {
      action: "merge_customers",
      subjectType: "customer",
      subjectId: otherId,
      before: { customerId, lastName: "Schäfer" },
    },
    { action: "edit_customers", subjectType: "customer", subjectId: otherId, after: { lastName: "Yıldız" } },
  ]);
  return { company, customerId, appointmentId, otherId };
}

const textOf = async (companyId: string) =>
  JSON.stringify(await platformClient().activityLog.findMany({ where: { companyId } }), (_, value) =>
    typeof value === "bigint" ? Number(value) : value,
  );

it("forgets what the log says about a person and leaves the chain valid", async () => {
  const { company, customerId, appointmentId } = await createHistory();
  expect(await textOf(company.companyId)).toContain("Schäfer");
  const subjects = [
    { type: "customer", id: customerId },
    { type: "appointment", id: appointmentId },
  ];
  expect(await eraseAuditValues(ownerOf(company), { subjects })).toBe(3);
  const text = await textOf(company.companyId);
  expect(text).not.toContain("Schäfer");
  expect(text).toContain("Yıldız");
  expect(await verifyCompanyChain(ownerOf(company))).toMatchObject({ checked: 5, erased: 3, broken: null });
  const last = await platformClient().activityLog.findFirst({ where: { companyId: company.companyId, sequence: 5 } });
  expect(last).toMatchObject({ action: "process_privacy_requests", subjectId: customerId, newValues: { entries: 3 } });
});

it("finds nothing the second time, and leaves its own note", async () => {
  const { company, customerId } = await createHistory();
  const subjects = [{ type: "customer", id: customerId }];
  await eraseAuditValues(ownerOf(company), { subjects });
  expect(await eraseAuditValues(ownerOf(company), { subjects })).toBe(0);
});

it("reaches nothing of another company", async () => {
  const [ours, theirs] = [await createHistory(), await createHistory()];
  const subjects = [{ type: "customer", id: theirs.customerId }];
  expect(await eraseAuditValues(ownerOf(ours.company), { subjects })).toBe(0);
  const entries = (await platformClient().activityLog.findMany({ where: { companyId: theirs.company.companyId } })).map(
    ({ id }) => id,
  );
  const erase = (company: string) =>
    appClient().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.company_id', ${ours.company.companyId}, true)`;
      return tx.$queryRaw`SELECT erase_activity_values(${company}::uuid, ${entries}::uuid[]) AS erased`;
    });
  expect(await erase(ours.company.companyId)).toEqual([{ erased: 0 }]);
  await expect(erase(theirs.company.companyId)).rejects.toThrow();
  expect(await textOf(theirs.company.companyId)).toContain("Schäfer");
});

it("changes nothing else, even with the platform's rights", async () => {
  const { company } = await createHistory();
  const where = { companyId: company.companyId, sequence: 1 };
  await expect(platformClient().activityLog.updateMany({ where, data: { action: "x" } })).rejects.toThrow();
  await expect(platformClient().activityLog.updateMany({ where, data: { newValues: {} } })).rejects.toThrow();
  await expect(platformClient().activityLog.deleteMany({ where })).rejects.toThrow();
});

import { expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import { jobOf } from "../../support/actors";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { contextOf } from "../../support/signed-in";

const createCaller = createCallerFactory(appRouter);
const callerOf = async (user: { userId: string }) => createCaller(await contextOf(user));

const fail = (company: TestCompany) =>
  recordIntegrationResult(jobOf(company), { provider: "calcom", result: { kind: "fault", error: "no answer" } });

it("shows the owner how the company's providers stand, without their credentials", async () => {
  const [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
  const { companyId } = ours;
  const id = newId();
  const credentialsEncrypted = encrypt("secret", { column: "integrations.credentials_encrypted", rowId: id });
  await platformClient().integration.create({
    data: { id, companyId, provider: "calcom", status: "connected", credentialsEncrypted },
  });
  await fail(ours);
  await fail(theirs);
  const list = await (await callerOf(ours.owner)).integrations.list();
  expect(list).toEqual([
    {
      provider: "calcom",
      status: "degraded",
      lastCheckedAt: expect.any(Date),
      lastSuccessAt: null,
      lastError: "no answer",
      errorCount: 1,
      circuit: "closed",
      openedAt: null,
      heldBackUntil: null,
      heldBackFor: null,
    },
  ]);
});

it("is not for everybody who works there", async () => {
  const company = await createTenantWithCompany();
  const { id: userId } = await createUser(company, { role: "receptionist" });
  await expect((await callerOf({ userId })).integrations.list()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("counts results that arrive at the same time, and tells open pages when the state changes", async () => {
  const company = await createTenantWithCompany();
  await Promise.all(Array.from({ length: 8 }, () => fail(company)));
  const where = { companyId: company.companyId };
  expect(await platformClient().integration.findMany({ where })).toMatchObject([{ errorCount: 8, status: "degraded" }]);
  const told = await platformClient().outboxEvent.findMany({ where: { ...where, name: "integration/changed" } });
  expect(told).toHaveLength(2);
});

it("leaves alone what was switched off", async () => {
  const company = await createTenantWithCompany();
  const where = { companyId: company.companyId };
  await platformClient().integration.create({
    data: { id: newId(), ...where, provider: "calcom", status: "disabled" },
  });
  await fail(company);
  expect(await platformClient().integration.findMany({ where })).toMatchObject([{ errorCount: 0, status: "disabled" }]);
});

import { beforeEach, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { DAY, HOUR } from "@/server/core/time";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/server/identity/api-keys/commands/revoke-api-key";
import { rotateApiKey } from "@/server/identity/api-keys/commands/rotate-api-key";
import { warnOfEndingKeys } from "@/server/identity/api-keys/commands/warn-of-ending-keys";
import { listCompaniesWithEndingKeys } from "@/server/identity/api-keys/queries/list-companies-with-ending-keys";
import { jobOf, ownerOf } from "@/tests/support/actors";
import { createRole, createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { withProviders } from "../notifications/salon";
import { mailsTo } from "./account-mails";

withProviders();
let company: TestCompany;
beforeEach(async () => {
  company = await createTenantWithCompany();
});

const now = () => new Date();
const ownerNow = () => ownerOf(company, now());
async function keyEndingIn(ms: number, name = "Kasse") {
  const { apiKey } = await createApiKey(ownerNow(), {
    ...{ name, scopes: ["view_customers"], branchIds: [], expiresInDays: 90 },
  });
  await platformClient().apiKey.update({ where: { id: apiKey.id }, data: { expiresAt: new Date(Date.now() + ms) } });
  return apiKey;
}
const warn = () => warnOfEndingKeys(jobOf(company, "warn-of-ending-keys", now()));
const told = async () =>
  (
    await platformClient().accountMail.findMany({ where: { kind: "api_key_ending", userId: company.owner.userId } })
  ).map(({ facts }) => (facts as { keyName: string }).keyName);

it("tells of a key a week before its end and once more on the last day, however often the sweep comes by", async () => {
  const key = await keyEndingIn(7 * DAY - HOUR);
  expect(await listCompaniesWithEndingKeys()).toContain(company.companyId);
  expect(await warn()).toEqual({ keys: 1, mails: 1 });
  expect(await listCompaniesWithEndingKeys()).not.toContain(company.companyId);
  expect(await warn()).toEqual({ keys: 0, mails: 0 });
  const expiresAt = new Date(Date.now() + DAY - HOUR);
  await platformClient().apiKey.update({ where: { id: key.id }, data: { expiresAt } });
  expect(await listCompaniesWithEndingKeys()).toContain(company.companyId);
  const both = await Promise.all([warn(), warn()]);
  expect(both.map(({ keys }) => keys).sort()).toEqual([0, 1]);
  expect(await told()).toEqual(["Kasse", "Kasse"]);
});

it("tells once of a key that was made for a day", async () => {
  await keyEndingIn(20 * HOUR);
  await warn();
  await warn();
  expect(await told()).toEqual(["Kasse"]);
});

it("says nothing of a key that goes on for long, is over, revoked or replaced", async () => {
  await keyEndingIn(8 * DAY, "lang");
  await keyEndingIn(-HOUR, "vorbei");
  await revokeApiKey(ownerNow(), { apiKeyId: (await keyEndingIn(3 * DAY, "widerrufen")).id });
  const old = await keyEndingIn(3 * DAY, "erneuert");
  await rotateApiKey(ownerNow(), { apiKeyId: old.id, overlapHours: 24, expiresInDays: 90 });
  expect(await warn()).toEqual({ keys: 0, mails: 0 });
});

it("writes to those who may renew it, in their language, with a way there and not the key", async () => {
  const role = await createRole(company, { permissions: ["view_api_keys", "rotate_api_keys"] });
  const keeper = await createUser(company, { roleId: role.id, locale: "en" });
  const manager = await createUser(company, { role: "manager" });
  const { prefix } = await keyEndingIn(3 * DAY);
  expect(await warn()).toEqual({ keys: 1, mails: 2 });
  const [mail] = await mailsTo(keeper.email);
  expect(mail?.subject).toBe("API key “Kasse” is about to expire");
  expect(mail?.text).toContain("/settings/api-keys");
  expect(mail?.text).toContain(prefix);
  expect(await mailsTo(manager.email)).toEqual([]);
});

it("leaves the keys of other companies to them", async () => {
  const other = await createTenantWithCompany();
  await keyEndingIn(DAY / 2);
  expect(await warnOfEndingKeys(jobOf(other, "warn-of-ending-keys", now()))).toEqual({ keys: 0, mails: 0 });
  expect(await told()).toEqual([]);
});

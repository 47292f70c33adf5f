import { beforeAll, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { digest } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";
import { callProcedure, everyProcedure } from "../../support/every-procedure";
import { createTenantWithCompany } from "../../support/factories";
import { createOperator } from "../../support/operators";
import { browserHeaders, sessionOf } from "../../support/signed-in";
import { isForOperators, type Procedure } from "../../support/walk";

/**
 * What lets somebody in, or lets them do more, and what can't be taken back: whoever sits at an open session proves first who
 * they are. Written by hand, so that nothing leaves it unnoticed.
 */
const SENSITIVE = [
  ...["apiKeys.create", "apiKeys.rotate", "allowedOrigins.update"],
  ...["calcomConnection.connect", "calcomConnection.registerWebhook", "calcomConnection.disconnect"],
  ...["companySecurity.update", "platform.impersonation.start", "links.requestEmailChange"],
  ...["integrations.setCredential", "integrations.removeCredential", "privacyRequests.eraseLog"],
  ...["passkeys.begin", "passkeys.add", "passkeys.remove"],
  ...["roles.create", "roles.edit", "roles.delete"],
  ...["team.invite", "team.resendInvitation", "team.edit", "team.remove"],
  ...["twoFactor.begin", "twoFactor.enable", "twoFactor.disable", "twoFactor.renewRecoveryCodes"],
  ...["create", "edit", "suspend", "reactivate", "setFeature"].map((change) => `platform.tenants.${change}`),
  ...["create", "inviteOwner", "setStatus"].map((change) => `platform.companies.${change}`),
  ...["lock", "unlock", "endSessions", "resetTwoFactor", "setOperator"].map((change) => `platform.users.${change}`),
  ...["platform.phoneNumbers.add", "platform.phoneNumbers.remove", "platform.featureFlags.set"],
];

const all = everyProcedure as [string, Procedure & { _def: { meta?: { reauthentication?: true } } }][];
const stale = { operator: "", owner: "" };

async function staleBrowser(token: string): Promise<string> {
  const authenticatedAt = new Date(Date.now() - HOUR);
  await platformClient().session.update({ where: { tokenHash: digest(token) }, data: { authenticatedAt } });
  return token;
}

beforeAll(async () => {
  const { owner, companyId } = await createTenantWithCompany();
  stale.owner = await staleBrowser(await sessionOf(owner, companyId));
  stale.operator = await staleBrowser((await createOperator()).token);
});

it("is asked for by just these", () => {
  const asking = all.filter(([, { _def }]) => _def.meta?.reauthentication).map(([path]) => path);
  expect(asking.sort()).toEqual([...SENSITIVE].sort());
});

it.each(SENSITIVE)("%s is refused to whoever proved long ago who they are", async (path) => {
  const procedure = all.find(([name]) => name === path)?.[1];
  const token = procedure && isForOperators(procedure) ? stale.operator : stale.owner;
  const call = callProcedure(await createContext(browserHeaders(token)), path, {});
  await expect(call).rejects.toMatchObject({
    message: "proof_too_old",
    cause: { failure: { code: "REAUTHENTICATION_REQUIRED" } },
  });
});

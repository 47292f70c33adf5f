import { beforeEach, describe, expect, it } from "vitest";
import { checkWebhook } from "@/server/calcom/connection/commands/check-webhook";
import { chooseTeam } from "@/server/calcom/connection/commands/choose-team";
import { connectCalcom } from "@/server/calcom/connection/commands/connect-calcom";
import { disconnectCalcom } from "@/server/calcom/connection/commands/disconnect-calcom";
import { registerWebhook } from "@/server/calcom/connection/commands/register-webhook";
import { getConnection } from "@/server/calcom/connection/queries/get-connection";
import { listTeams } from "@/server/calcom/connection/queries/list-teams";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type ConnectedCompany, connect, createConnectedCompany, steer, withSandbox } from "./connected-company";

withSandbox();
let ours: ConnectedCompany;
let apiKey: string;
beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
  ({ apiKey } = ours);
  await connect(ours, null);
});

const owner = () => ownerOf(ours.company);
const actions = async () => {
  const where = { companyId: ours.company.companyId };
  return (await platformClient().activityLog.findMany({ where, orderBy: { sequence: "asc" } })).map(
    ({ action }) => action,
  );
};
const secretOf = async () => {
  const where = { id: ours.company.companyId };
  return (await platformClient().company.findUniqueOrThrow({ where })).calcomWebhookSecretEncrypted;
};

interface Subscriber {
  id: string;
  subscriberUrl: string;
  triggers: string[];
}
async function subscribers(): Promise<Subscriber[]> {
  const { webhooks } = await steer("/calcom");
  const { companyId } = ours.company;
  const { calcomWebhookToken } = await platformClient().company.findUniqueOrThrow({ where: { id: companyId } });
  const ends = [`/${calcomWebhookToken}`, `/${companyId}`];
  return webhooks.filter(({ subscriberUrl }: Subscriber) => ends.some((end) => subscriberUrl.endsWith(end)));
}

describe("a key", () => {
  it("is kept with whose it is, and shown by its end alone", async () => {
    expect(await getConnection(owner())).toMatchObject({ isConnected: false, account: null });
    await connectCalcom(owner(), { apiKey });
    const connection = await getConnection(owner());
    expect(connection).toMatchObject({ isConnected: true, keyEnding: apiKey.slice(-4) });
    expect(connection.account?.email).toMatch(/^host\d+@salon[.]example$/);
    expect(JSON.stringify(connection)).not.toContain(apiKey);
    expect(await actions()).toContain("edit_integrations");
  });

  it("that Cal.com does not know is not kept", async () => {
    const unknown = `cal_${newId()}`;
    await expect(connectCalcom(owner(), { apiKey: unknown })).rejects.toMatchObject({ reason: "calcom_key_unknown" });
    await steer("/faults", { provider: "calcom", kind: "error_500" });
    await expect(connectCalcom(owner(), { apiKey })).rejects.toMatchObject({ reason: "calcom_unavailable" });
    expect(await getConnection(owner())).toMatchObject({ isConnected: false, account: null });
  });

  it("of another account is refused while event types are mapped, and forgets who is who afterwards", async () => {
    await connectCalcom(owner(), { apiKey });
    await chooseTeam(owner(), { teamId: 7 });
    const { apiKey: another } = await createConnectedCompany();
    await expect(connectCalcom(owner(), { apiKey: another })).rejects.toMatchObject({ reason: "calcom_other_account" });
    const { companyId } = ours.company;
    await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId } });
    await connectCalcom(owner(), { apiKey: another });
    expect(await getConnection(owner())).toMatchObject({ team: null, memberCount: 0 });
  });
});

describe("a team", () => {
  it("is one of those that the key belongs to, or nobody's", async () => {
    expect(await listTeams(owner())).toEqual([]);
    await connectCalcom(owner(), { apiKey });
    expect(await listTeams({ ...owner(), isReading: true })).toEqual([{ id: 7, name: "Sandbox-Team" }]);
    await expect(chooseTeam(owner(), { teamId: 8 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await chooseTeam(owner(), { teamId: 7 });
    expect(await getConnection(owner())).toMatchObject({ isTeamChosen: true, team: { id: 7, name: "Sandbox-Team" } });
    await chooseTeam(owner(), { teamId: null });
    expect(await getConnection(owner())).toMatchObject({ isTeamChosen: true, team: null });
    expect(await actions()).toContain("choose_calcom_team");
  });
});

describe("being told of changes", () => {
  beforeEach(() => connectCalcom(owner(), { apiKey }));

  it("is asked for once, with a new secret each time", async () => {
    await registerWebhook(owner());
    const [first] = await subscribers();
    expect(first?.triggers).toContain("BOOKING_RESCHEDULED");
    const secret = await secretOf();
    await registerWebhook(owner());
    expect((await subscribers()).map(({ id }) => id)).toEqual([first?.id]);
    expect(await secretOf()).not.toBe(secret);
    expect(await actions()).toContain("register_calcom_webhook");
  });

  it("takes over what was registered by hand, and leaves one", async () => {
    const base = process.env.APP_URL ?? "http://localhost:3000";
    const subscriberUrl = `${base}/webhooks/calcom/${ours.company.companyId}`;
    await steer("/calcom/seed", { apiKey, subscribers: [{ subscriberUrl, secret: "by hand" }] });
    await registerWebhook(owner());
    expect(await subscribers()).toHaveLength(1);
  });

  it("is noticed when it was removed there, and made anew", async () => {
    await registerWebhook(owner());
    expect(await checkWebhook(owner())).toEqual({ state: "registered" });
    const [there] = await subscribers();
    const headers = { authorization: `Bearer ${apiKey}`, "cal-api-version": "2024-08-13" };
    const url = `${process.env.CALCOM_BASE_URL}/webhooks/${there?.id}`;
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
    expect(await checkWebhook(owner())).toEqual({ state: "missing" });
    expect(await getConnection(owner())).toMatchObject({ webhook: { registeredAt: null } });
    await registerWebhook(owner());
    expect(await subscribers()).toHaveLength(1);
    expect(await actions()).toContain("check_calcom_webhook");
  });

  it("is not believed when the answer was lost: it waits to be done again, and is then one", async () => {
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count: 1 });
    await expect(registerWebhook(owner())).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(await secretOf()).toBeNull();
    expect(await getConnection(owner())).toMatchObject({ webhook: { registeredAt: null } });
    const [registered] = await subscribers();
    await registerWebhook(owner());
    expect(await checkWebhook(owner())).toEqual({ state: "registered" });
    expect(await subscribers()).toEqual([registered]);
  });

  it("ends with the connection, also when the key is refused by then", async () => {
    await registerWebhook(owner());
    await disconnectCalcom(owner());
    expect(await subscribers()).toEqual([]);
    expect(await getConnection(owner())).toMatchObject({ isConnected: false, webhook: { address: null } });
    expect(await secretOf()).toBeNull();
    await connectCalcom(owner(), { apiKey });
    await registerWebhook(owner());
    await steer("/calcom/keys", { apiKey });
    await disconnectCalcom(owner());
    expect(await getConnection(owner())).toMatchObject({ isConnected: false });
    expect(await actions()).toContain("delete_integrations");
  });
});

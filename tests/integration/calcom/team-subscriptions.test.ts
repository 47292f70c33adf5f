import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkWebhook } from "@/server/calcom/connection/commands/check-webhook";
import { chooseTeam } from "@/server/calcom/connection/commands/choose-team";
import { connectCalcom } from "@/server/calcom/connection/commands/connect-calcom";
import { disconnectCalcom } from "@/server/calcom/connection/commands/disconnect-calcom";
import { registerWebhook } from "@/server/calcom/connection/commands/register-webhook";
import { getConnection } from "@/server/calcom/connection/queries/get-connection";
import { matchMembers, setMember } from "@/server/calcom/mapping/commands/match-members";
import { pushEventTypes } from "@/server/calcom/mapping/commands/push-event-types";
import { setMapping } from "@/server/calcom/mapping/commands/set-mapping";
import { getMappingReview } from "@/server/calcom/mapping/queries/get-mapping-review";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { type ConnectedCompany, createConnectedCompany, steer, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere, deliveriesOf, leadToDoor, processAll, withDoor } from "./inbound-deliveries";

withSandbox();
withDoor();
let ours: ConnectedCompany;
const owner = () => ownerOf(ours.company);

/** A company whose key is one person's, and whose services stand in the team: one type for each of its two people. */
beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  leadToDoor();
  ours = await createConnectedCompany();
  const { companyId } = ours.company;
  await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId } });
  const offers = [ours.staff, ours.colleague].map(({ id: staffId }) => {
    return { id: newId(), companyId, serviceId: ours.service.id, staffId };
  });
  await platformClient().staffService.createMany({ data: offers, skipDuplicates: true });
  await connectCalcom(owner(), { apiKey: ours.apiKey });
  await chooseTeam(owner(), { teamId: 7 });
  const [first, second] = (await getMappingReview(owner())).members;
  await setMember(owner(), { staffId: ours.staff.id, calcomUserId: first?.userId ?? 0 });
  await setMember(owner(), { staffId: ours.colleague.id, calcomUserId: second?.userId ?? 0 });
  await matchMembers(owner());
});
afterEach(() => vi.restoreAllMocks());

interface There {
  id: string;
  eventTypeId: number | null;
  subscriberUrl: string;
}

/** What stands for the bookings that the owner of the key has by types of their own. */
const OWN = 0;

/** Of which types we are told over there. */
async function toldOf(): Promise<number[]> {
  const { webhooks } = await steer("/calcom");
  const { calcomWebhookToken: token } = await platformClient().company.findUniqueOrThrow({
    where: { id: ours.company.companyId },
  });
  const all = (webhooks as There[]).filter(({ subscriberUrl }) => token && subscriberUrl.endsWith(token));
  return all.map(({ eventTypeId }) => eventTypeId ?? OWN).sort((a, b) => a - b);
}
const mapped = () =>
  platformClient().teamEventTypeMapping.findMany({
    where: { companyId: ours.company.companyId, isActive: true },
    orderBy: { calcomEventTypeId: "asc" },
  });
const typeIds = async () => (await mapped()).map(({ calcomEventTypeId }) => calcomEventTypeId);
const counts = async () => {
  const { teamTypeCount, toldTypeCount } = (await getConnection(owner())).webhook;
  return { teamTypeCount, toldTypeCount };
};
const colleaguesType = async () =>
  (await mapped()).find(({ staffId }) => staffId === ours.colleague.id)?.calcomEventTypeId ?? 0;

describe("what is booked with a colleague in the team", () => {
  it("reaches us, with what was pushed before we were told and after", async () => {
    await pushEventTypes(owner());
    expect(await counts()).toEqual({ teamTypeCount: 2, toldTypeCount: 0 });
    await registerWebhook(owner());
    expect(await toldOf()).toEqual([OWN, ...(await typeIds())]);
    expect(await counts()).toEqual({ teamTypeCount: 2, toldTypeCount: 2 });
    await bookThere(ours, { at: wednesdayAt(10), eventTypeId: await colleaguesType() });
    expect((await deliveriesOf(ours)).map(({ eventType }) => eventType)).toEqual(["BOOKING_CREATED"]);
    await processAll(ours);
    expect(await appointmentsOf(ours)).toMatchObject([{ staffId: ours.colleague.id, status: "confirmed" }]);
  });

  it("is still told after it was registered anew, by the new secret", async () => {
    await registerWebhook(owner());
    await pushEventTypes(owner());
    await registerWebhook(owner());
    expect(await toldOf()).toEqual([OWN, ...(await typeIds())]);
    await bookThere(ours, { at: wednesdayAt(10), eventTypeId: await colleaguesType() });
    expect(await deliveriesOf(ours)).toMatchObject([{ eventType: "BOOKING_CREATED", isSignatureValid: true }]);
  });
});

describe("what we are told of", () => {
  beforeEach(async () => {
    await registerWebhook(owner());
    await pushEventTypes(owner());
    expect(await toldOf()).toEqual([OWN, ...(await typeIds())]);
  });

  it("ends with a mapping, and begins with one", async () => {
    const calcomEventTypeId = await colleaguesType();
    const theirs = { serviceId: ours.service.id, staffId: ours.colleague.id };
    await setMapping(owner(), { ...theirs, calcomEventTypeId: null });
    expect(await toldOf()).toEqual([OWN, ...(await typeIds())]);
    expect(await typeIds()).toHaveLength(1);
    await setMapping(owner(), { ...theirs, calcomEventTypeId });
    expect(await toldOf()).toEqual([OWN, ...(await typeIds())]);
    expect(await typeIds()).toHaveLength(2);
  });

  it("is asked for once after an answer that was lost, and shown as open until then", async () => {
    const calcomEventTypeId = await colleaguesType();
    const theirs = { serviceId: ours.service.id, staffId: ours.colleague.id };
    await setMapping(owner(), { ...theirs, calcomEventTypeId: null });
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", rate: 1, count: 1 });
    await setMapping(owner(), { ...theirs, calcomEventTypeId });
    expect(await counts()).toEqual({ teamTypeCount: 2, toldTypeCount: 1 });
    expect(await pushEventTypes(owner(), { isNightly: true })).toMatchObject({ success: true });
    expect(await counts()).toEqual({ teamTypeCount: 2, toldTypeCount: 2 });
    expect(await toldOf()).toEqual([OWN, ...(await typeIds())]);
  });

  it("is found to lack something when somebody removed it there, and asked for anew", async () => {
    expect(await checkWebhook(owner())).toEqual({ state: "registered" });
    const { webhooks } = await steer("/calcom");
    const type = await colleaguesType();
    const gone = (webhooks as There[]).find(({ eventTypeId }) => eventTypeId === type);
    const headers = { authorization: `Bearer ${ours.apiKey}`, "cal-api-version": "2024-08-13" };
    const url = `${process.env.CALCOM_BASE_URL}/teams/7/event-types/${type}/webhooks/${gone?.id}`;
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
    expect(await checkWebhook(owner())).toEqual({ state: "incomplete" });
    expect(await counts()).toEqual({ teamTypeCount: 2, toldTypeCount: 1 });
    await registerWebhook(owner());
    expect(await checkWebhook(owner())).toEqual({ state: "registered" });
  });

  it("ends with the connection", async () => {
    await disconnectCalcom(owner());
    expect(await toldOf()).toEqual([]);
  });
});

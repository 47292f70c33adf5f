import { beforeEach, describe, expect, it } from "vitest";
import { chooseTeam } from "@/server/calcom/connection/commands/choose-team";
import { connectCalcom } from "@/server/calcom/connection/commands/connect-calcom";
import { matchMembers, setMember } from "@/server/calcom/mapping/commands/match-members";
import { pushEventTypes } from "@/server/calcom/mapping/commands/push-event-types";
import { acceptProposals, setMapping } from "@/server/calcom/mapping/commands/set-mapping";
import { getMappingReview } from "@/server/calcom/mapping/queries/get-mapping-review";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type ConnectedCompany, createConnectedCompany, steer, withSandbox } from "./connected-company";

withSandbox();
let ours: ConnectedCompany;
let companyId: string;
const owner = () => ownerOf(ours.company);
const review = () => getMappingReview({ ...owner(), isReading: true });
const staffNamed = (name: string, email: string | null = null) =>
  platformClient().staff.update({ where: { id: ours.colleague.id }, data: { name, email } });
const actions = async () =>
  (await platformClient().activityLog.findMany({ where: { companyId } })).map(({ action }) => action);

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
  ({ companyId } = ours.company);
  await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId } });
  const service = { companyId, serviceId: ours.service.id };
  await platformClient().staffService.createMany({
    data: [ours.staff, ours.colleague].map(({ id: staffId }) => ({ ...service, id: newId(), staffId })),
    skipDuplicates: true,
  });
  await connectCalcom(owner(), { apiKey: ours.apiKey });
  await chooseTeam(owner(), { teamId: 7 });
});

describe("people", () => {
  it("are matched by e-mail, then by name, and by hand where neither says it", async () => {
    const { members } = await review();
    const [first, second] = members;
    await staffNamed("Wer auch immer", second?.email.toUpperCase());
    expect((await review()).staff.find(({ staffId }) => staffId === ours.colleague.id)).toMatchObject({
      ...{ calcomUserId: null, proposedUserId: second?.userId },
    });
    expect(await matchMembers(owner())).toEqual({ matched: 1, left: 1 });
    await setMember(owner(), { staffId: ours.staff.id, calcomUserId: first?.userId ?? 0 });
    expect((await review()).staff.map(({ calcomUserId }) => calcomUserId).sort()).toEqual(
      members.map(({ userId }) => userId).sort(),
    );
    await expect(setMember(owner(), { staffId: ours.staff.id, calcomUserId: 999_999 })).rejects.toMatchObject({
      reason: "calcom_member_not_found",
    });
    expect(await actions()).toContain("match_calcom_members");
  });
});

describe("services", () => {
  beforeEach(async () => {
    const [first, second] = (await review()).members;
    await setMember(owner(), { staffId: ours.staff.id, calcomUserId: first?.userId ?? 0 });
    await setMember(owner(), { staffId: ours.colleague.id, calcomUserId: second?.userId ?? 0 });
    await platformClient().service.update({ where: { id: ours.service.id }, data: { name: "Haarschnitt" } });
    // What is a colleague's own is not shown to the key: of theirs only what stands in the team can be meant.
    const type = { title: "Haarschnitt", slug: "haarschnitt-im-team", lengthInMinutes: 30, ownerId: first?.userId };
    const team = { schedulingType: "roundRobin", hosts: [{ userId: second?.userId }] };
    await steer("/calcom/seed", { apiKey: ours.apiKey, eventTypes: [{ ...type, id: ours.colleagueTypeId, team }] });
  });

  it("find their event types by name and person, and keep them once accepted", async () => {
    const proposed = (await review()).offers.map(({ proposedId }) => proposedId);
    expect(proposed.sort()).toEqual([ours.eventTypeId, ours.colleagueTypeId].sort());
    expect(await acceptProposals(owner())).toEqual({ accepted: 2 });
    const { offers } = await review();
    expect(offers.map(({ proposedId }) => proposedId)).toEqual([null, null]);
    expect(offers.every(({ mapping }) => mapping !== null)).toBe(true);
    expect(await actions()).toContain("map_calcom_event_types");
  });

  it("are mapped by hand, one event type for one service", async () => {
    const mine = { serviceId: ours.service.id, staffId: ours.staff.id };
    await setMapping(owner(), { ...mine, calcomEventTypeId: ours.eventTypeId });
    const other = await platformClient().service.create({
      data: { id: newId(), companyId, name: "Anderes", durationMinutes: 30, priceCents: 100 },
    });
    const taken = { ...mine, serviceId: other.id, calcomEventTypeId: ours.eventTypeId };
    await expect(setMapping(owner(), taken)).rejects.toMatchObject({ reason: "calcom_mapping_taken" });
    const unknown = setMapping(owner(), { ...mine, calcomEventTypeId: 1 });
    await expect(unknown).rejects.toMatchObject({ reason: "calcom_event_type_not_found" });
    await setMapping(owner(), { ...mine, calcomEventTypeId: null });
    // What was booked by it is still told by it.
    const [kept, ...others] = await platformClient().teamEventTypeMapping.findMany({ where: { companyId } });
    expect([kept, others]).toEqual([expect.objectContaining({ ...mine, isActive: false }), []]);
  });

  it("are brought there once, changed when they change, and made anew when they were deleted there", async () => {
    expect(await pushEventTypes(owner())).toMatchObject({ success: true, eventTypesCreated: 2, errors: [] });
    expect(await pushEventTypes(owner())).toMatchObject({ eventTypesCreated: 0, eventTypesUnchanged: 2 });
    const data = { durationMinutes: 50, bufferAfterMinutes: 10 };
    await platformClient().service.update({ where: { id: ours.service.id }, data });
    await platformClient().staffService.updateMany({ where: { companyId }, data: { durationMinutes: null } });
    expect(await pushEventTypes(owner())).toMatchObject({ eventTypesUpdated: 2, eventTypesUnchanged: 0 });
    const [mapping] = await platformClient().teamEventTypeMapping.findMany({ where: { companyId, isActive: true } });
    expect(mapping).toMatchObject({ lengthMinutes: 50, calcomTeamId: 7 });
    const headers = { authorization: `Bearer ${ours.apiKey}`, "cal-api-version": "2024-08-13" };
    const url = `${process.env.CALCOM_BASE_URL}/teams/7/event-types/${mapping?.calcomEventTypeId}`;
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
    expect(await pushEventTypes(owner())).toMatchObject({ eventTypesCreated: 1, eventTypesUnchanged: 1 });
    expect(await actions()).toContain("push_calcom_event_types");
  });

  it("are there once after an answer that was lost", async () => {
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count: 1 });
    expect(await pushEventTypes(owner())).toMatchObject({
      ...{ success: false, eventTypesCreated: 1, errors: [{ message: expect.any(String) }] },
    });
    expect(await pushEventTypes(owner())).toMatchObject({
      success: true,
      eventTypesUpdated: 1,
      eventTypesUnchanged: 1,
    });
    const made = (await review()).eventTypes.filter(({ title }) => title.startsWith("Haarschnitt – "));
    expect(made).toHaveLength(2);
    expect(await platformClient().teamEventTypeMapping.count({ where: { companyId } })).toBe(2);
  });

  it("of the same name are not both one: the second finds the first one's taken", async () => {
    await pushEventTypes(owner());
    await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId } });
    const twin = await platformClient().service.create({
      data: { id: newId(), companyId, name: "Haarschnitt", durationMinutes: 30, priceCents: 100 },
    });
    await platformClient().staffService.create({
      data: { id: newId(), companyId, serviceId: twin.id, staffId: ours.staff.id },
    });
    await pushEventTypes(owner());
    const mapped = await platformClient().teamEventTypeMapping.findMany({ where: { companyId, isActive: true } });
    const ids = mapped.map(({ calcomEventTypeId }) => calcomEventTypeId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(mapped.filter(({ serviceId }) => serviceId === ours.service.id)).toHaveLength(2);
  });

  it("are kept up at night where we made the event type, and left alone where somebody else did", async () => {
    await acceptProposals(owner());
    await platformClient().service.update({ where: { id: ours.service.id }, data: { durationMinutes: 70 } });
    await platformClient().staffService.updateMany({ where: { companyId }, data: { durationMinutes: null } });
    const nothing = { eventTypesCreated: 0, eventTypesUpdated: 0, eventTypesUnchanged: 0 };
    expect(await pushEventTypes(owner(), { isNightly: true })).toMatchObject(nothing);
    expect(await pushEventTypes(owner())).toMatchObject({ eventTypesUpdated: 2 });
    await platformClient().service.update({ where: { id: ours.service.id }, data: { durationMinutes: 80 } });
    expect(await pushEventTypes(owner(), { isNightly: true })).toMatchObject({ ...nothing, eventTypesUpdated: 2 });
  });

  it("of somebody who is nobody there are named, and the others go on", async () => {
    await setMember(owner(), { staffId: ours.colleague.id, calcomUserId: null });
    expect(await pushEventTypes(owner())).toMatchObject({
      ...{ success: false, eventTypesCreated: 1, errors: [{ message: "not_matched", service: "Haarschnitt" }] },
    });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { chooseTeam } from "@/server/calcom/connection/commands/choose-team";
import { setMember } from "@/server/calcom/mapping/commands/match-members";
import { pushEventTypes } from "@/server/calcom/mapping/commands/push-event-types";
import { setMapping } from "@/server/calcom/mapping/commands/set-mapping";
import { getMappingReview } from "@/server/calcom/mapping/queries/get-mapping-review";
import { listGaps } from "@/server/calcom/mapping/queries/list-gaps";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { wishOf } from "../../support/booking";
import { createComposite } from "../../support/scheduling";
import {
  appointmentRow,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  withSandbox,
} from "./connected-company";

withSandbox();
let ours: ConnectedCompany;
let serviceId: string;
const owner = () => ownerOf(ours.company);
const why = async () =>
  (await getMappingReview(owner())).gaps.map(({ part, staff, why }) => `${part} / ${staff}: ${why}`);

/** Applied by a colleague who offers nothing of it herself, and cut by whoever offers the colour. */
beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
  const { companyId } = ours.company;
  await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId } });
  const service = await createComposite(ours.company, [
    { name: "Auftragen", durationMinutes: 45, staffMode: "specific", staffId: ours.colleague.id },
    { name: "Schneiden", durationMinutes: 30 },
  ]);
  serviceId = service.id;
  await platformClient().staffService.deleteMany({ where: { serviceId, staffId: ours.colleague.id } });
  await chooseTeam(owner(), { teamId: 7 });
  const [first] = (await getMappingReview(owner())).members;
  await setMember(owner(), { staffId: ours.staff.id, calcomUserId: first?.userId ?? 0 });
});

async function matchColleague() {
  const [, second] = (await getMappingReview(owner())).members;
  await setMember(owner(), { staffId: ours.colleague.id, calcomUserId: second?.userId ?? 0 });
}

describe("a visit of which a part can't stand over there", () => {
  it("says which part with whom, until it is settled: by who they are there, and by bringing it there", async () => {
    expect(await why()).toEqual(["Auftragen / Berta Beispiel: not_matched", "Schneiden / Alex Muster: not_mapped"]);
    await matchColleague();
    expect(await why()).toEqual(["Auftragen / Berta Beispiel: not_mapped", "Schneiden / Alex Muster: not_mapped"]);
    expect(await pushEventTypes(owner())).toMatchObject({ success: true });
    expect(await why()).toEqual([]);
    expect(await listGaps(owner(), { serviceId })).toEqual([]);
  });

  it("is found also where the type was deleted there, or is not as long as the part", async () => {
    await matchColleague();
    await pushEventTypes(owner());
    const { calcomEventTypeId: id } = await platformClient().teamEventTypeMapping.findFirstOrThrow({
      where: { serviceId, staffId: ours.colleague.id },
    });
    const headers = { authorization: `Bearer ${ours.apiKey}`, "cal-api-version": "2024-08-13" };
    const change = (method: string, body?: object) =>
      fetch(`${process.env.CALCOM_BASE_URL}/teams/7/event-types/${id}`, {
        method,
        headers,
        body: JSON.stringify(body),
      });
    await change("PATCH", { lengthInMinutes: 60, lengthInMinutesOptions: [60] });
    expect(await why()).toEqual(["Auftragen / Berta Beispiel: other_length"]);
    await change("DELETE");
    expect(await why()).toEqual(["Auftragen / Berta Beispiel: gone"]);
  });

  it("is found where a part can't follow the one before, which what is written then says too", async () => {
    await matchColleague();
    await pushEventTypes(owner());
    const { companyId } = ours.company;
    const { id: cutId } = await platformClient().service.update({
      where: { id: ours.service.id },
      data: { bufferAfterMinutes: 10 },
    });
    const [first, second] = await platformClient().serviceSegment.findMany({
      where: { companyId, serviceId },
      orderBy: { position: "asc" },
    });
    const byOne = { staffMode: "any" as const, staffId: null };
    const asCut = { ...byOne, segmentServiceId: cutId, durationMinutes: 30 };
    await platformClient().serviceSegment.update({ where: { id: first?.id ?? "" }, data: asCut });
    await platformClient().serviceSegment.update({ where: { id: second?.id ?? "" }, data: { staffMode: "same" } });
    await platformClient().staffService.deleteMany({ where: { serviceId: cutId, staffId: ours.colleague.id } });
    await pushEventTypes(owner());
    expect(await why()).toEqual(["Schneiden / Alex Muster: kept_free"]);
    const { appointment } = await bookAppointment(owner(), { ...wishOf(ours), serviceId, staffId: null });
    const pushed = await pushAppointment(jobFor(ours), { appointmentId: appointment.id });
    expect(pushed).toMatchObject({ state: "failed", reason: expect.stringContaining("is not available") });
    await platformClient().serviceSegment.update({
      where: { id: first?.id ?? "" },
      data: { gapAfterMinMinutes: 10, gapAfterMaxMinutes: 10 },
    });
    expect(await why()).toEqual([]);
  });

  it("is told with the service without asking over there, and to nobody of another company", async () => {
    expect(await listGaps(owner(), { serviceId })).toMatchObject([
      { part: "Auftragen", staff: "Berta Beispiel", why: "not_matched" },
      { part: "Schneiden", staff: "Alex Muster", why: "not_mapped" },
    ]);
    const theirs = await createConnectedCompany();
    await expect(listGaps(ownerOf(theirs.company), { serviceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("names the part with the appointment that it keeps from standing there, which is written once it is settled", async () => {
    await matchColleague();
    await pushEventTypes(owner());
    await setMapping(owner(), { serviceId, staffId: ours.colleague.id, calcomEventTypeId: null });
    const { appointment } = await bookAppointment(owner(), { ...wishOf(ours), serviceId, staffId: null });
    const { id: appointmentId } = appointment;
    const push = () => pushAppointment(jobFor(ours), { appointmentId });
    const reason = "no event type for Farbe komplett (Auftragen) / Berta Beispiel";
    expect(await push()).toEqual({ state: "failed", reason });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed", calcomSyncError: reason });
    await pushEventTypes(owner());
    expect(await push()).toEqual({ state: "synced" });
    expect(await standing(ours)).toHaveLength(2);
  });
});

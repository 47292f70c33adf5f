import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelThere } from "@/server/calcom/conflicts/commands/cancel-there";
import { ignoreConflict } from "@/server/calcom/conflicts/commands/decide-conflict";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { listConflicts } from "@/server/calcom/conflicts/queries/list-conflicts";
import { resolveDrift } from "@/server/calcom/reconciliation/commands/resolve-drift";
import { listDrift } from "@/server/calcom/reconciliation/queries/list-drift";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createService, createStaff } from "../../support/factories";

const HOST = 4711;
const [OWN_TYPE, OPEN_TYPE, LOCAL_TYPE, NO_TYPE] = [81, 82, 83, 84];

let salon: BookableCompany;
let otherBranchId: string;
/** What waits, by what is known of where it is. */
const waiting: Record<string, { conflictId: string; driftId: string }> = {};

interface Known {
  appointmentId?: string;
  hostId?: number | null;
  calcomEventTypeId?: number;
}

async function keep(name: string, { appointmentId, hostId = null, calcomEventTypeId }: Known) {
  const { companyId } = salon.company;
  const client = platformClient();
  const theirs = {
    ...{ startsAt: wednesdayAt(12).toISOString(), endsAt: wednesdayAt(13).toISOString(), status: "accepted" },
    host: { id: hostId, name: "Wer auch immer" },
  };
  const known = await client.calcomEventMap.create({
    data: {
      ...{ id: newId(), companyId, appointmentId, calcomBookingUid: newId(), calcomEventTypeId },
      ...{ driftStatus: "manual_review", reviewReason: "slot_taken", calcomState: theirs },
    },
  });
  const found = { kind: "missing_in_platform", strategy: "manual", state: "open", detectedAt: new Date() } as const;
  const drift = await client.calcomDrift.create({
    data: { id: newId(), companyId, eventMapId: known.id, bookingUid: known.calcomBookingUid, ...found },
  });
  waiting[name] = { conflictId: known.id, driftId: drift.id };
}

beforeAll(async () => {
  salon = await createBookableCompany();
  const { company, service, staff } = salon;
  const { companyId } = company;
  const client = platformClient();
  otherBranchId = (await createBranch(company, { name: "Stadtpark" })).id;
  const wanderer = await createStaff(company, { name: "Überall" });
  await client.staffBranch.create({
    data: { id: newId(), companyId, staffId: wanderer.id, branchId: otherBranchId },
  });
  const local = await createService(company, { name: "Nur hier", branchIds: [company.branchId] });
  const everywhere = await createService(company, { name: "In beiden Filialen" });
  const mapping = { companyId, title: "Termin", slug: "termin", lengthMinutes: 30 };
  await client.calcomTeamMember.createMany({
    data: [
      { id: newId(), companyId, calcomUserId: HOST, staffId: staff.id },
      { id: newId(), companyId, calcomUserId: HOST + 1, staffId: wanderer.id },
    ],
  });
  await client.teamEventTypeMapping.createMany({
    data: [
      { ...mapping, id: newId(), calcomEventTypeId: OWN_TYPE, serviceId: service.id, staffId: staff.id },
      { ...mapping, id: newId(), calcomEventTypeId: OPEN_TYPE, serviceId: everywhere.id },
      { ...mapping, id: newId(), calcomEventTypeId: LOCAL_TYPE, serviceId: local.id },
    ],
  });
  const { appointment } = await bookAppointment(ownerOf(company), wishOf(salon));
  await keep("its appointment", { appointmentId: appointment.id });
  await keep("its host", { hostId: HOST });
  await keep("its type's person", { calcomEventTypeId: OWN_TYPE });
  await keep("its type's service", { calcomEventTypeId: LOCAL_TYPE });
  await keep("a host of two branches", { hostId: HOST + 1, calcomEventTypeId: OWN_TYPE });
  await keep("a service of two branches", { calcomEventTypeId: OPEN_TYPE });
  await keep("nothing", { hostId: 1, calcomEventTypeId: NO_TYPE });
});

const KNOWN = ["its appointment", "its host", "its type's person", "its type's service"];
const UNKNOWN = ["a host of two branches", "a service of two branches", "nothing"];

const limitedTo = (branchId: string) => ({ ...ownerOf(salon.company), restriction: { branchIds: [branchId] } });
const here = () => limitedTo(salon.company.branchId);
const elsewhere = () => limitedTo(otherBranchId);
const idsOf = (names: string[], key: "conflictId" | "driftId") => names.map((name) => waiting[name]?.[key]).sort();

async function seenBy(ctx: ReturnType<typeof here>) {
  const conflicts = await listConflicts(ctx, { state: "open", limit: 3, page: 1, withTotal: true });
  const all = await listConflicts(ctx, { state: "open", limit: 25 });
  const drift = await listDrift(ctx, { state: "open", limit: 25, withTotal: true });
  return {
    ...{ firstPage: conflicts.items.length, conflictTotal: conflicts.total, driftTotal: drift.total },
    conflicts: all.items.map(({ id }) => id).sort(),
    drifts: drift.items.map(({ id }) => id).sort(),
  };
}

const exactly = (names: string[]) => ({
  ...{ firstPage: Math.min(3, names.length), conflictTotal: names.length, driftTotal: names.length },
  ...{ conflicts: idsOf(names, "conflictId"), drifts: idsOf(names, "driftId") },
});

describe("what waits for a decision", () => {
  it("is shown in its branch, by appointment, host or event type, and counted as it is shown", async () => {
    expect(await seenBy(here())).toEqual(exactly(KNOWN));
    expect(await seenBy(elsewhere())).toEqual(exactly([]));
  });

  it("is shown to whoever sees every branch, wherever it is", async () => {
    expect(await seenBy({ ...ownerOf(salon.company), restriction: { branchIds: [] } })).toEqual(
      exactly([...KNOWN, ...UNKNOWN]),
    );
    const both = { ...ownerOf(salon.company), restriction: { branchIds: [salon.company.branchId, otherBranchId] } };
    expect(await seenBy(both)).toEqual(exactly([...KNOWN, ...UNKNOWN.slice(0, 2)]));
  });

  it.each([...KNOWN, ...UNKNOWN])("is not decided from another branch: %s", async (name) => {
    const { conflictId = "", driftId = "" } = waiting[name] ?? {};
    const notFound = { code: "NOT_FOUND" };
    for (const decide of [cancelThere, ignoreConflict, takeOverConflict])
      await expect(decide(elsewhere(), { conflictId })).rejects.toMatchObject(notFound);
    await expect(resolveDrift(elsewhere(), { driftId, decision: "ignore" })).rejects.toMatchObject(notFound);
  });

  it("is decided in its own branch", async () => {
    const { conflictId = "" } = waiting["its host"] ?? {};
    await ignoreConflict(here(), { conflictId });
    expect((await listConflicts(here(), { state: "settled", limit: 25 })).items).toMatchObject([{ id: conflictId }]);
    expect((await listConflicts(elsewhere(), { state: "settled", limit: 25 })).items).toEqual([]);
  });
});

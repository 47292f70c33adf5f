import { beforeEach, expect, it } from "vitest";
import { downloadModifications } from "@/server/api/appointment-downloads";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { waiveFee } from "@/server/appointments/fees/commands/decide-fee";
import { countModificationActors } from "@/server/appointments/modifications/queries/count-modification-actors";
import { listModifications } from "@/server/appointments/modifications/queries/list-modifications";
import { summariseModifications } from "@/server/appointments/modifications/queries/summarise-modifications";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { agentOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let ours: BookableCompany;
let moved: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  moved = await book(10);
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const page = { limit: 50 };
const book = async (hour: number) => (await bookAppointment(owner(), wishOf(ours, wednesdayAt(hour)))).appointment.id;
const types = async (filters: object) =>
  (await listModifications(owner(), { ...page, ...filters })).items.map(({ type }) => type);

async function linesOf(type: string): Promise<string[]> {
  const token = await sessionOf({ userId: ours.company.owner.userId });
  const address = `https://portal.example/api/exports/modifications?type=${type}`;
  const answer = await downloadModifications(new Request(address, { headers: browserHeaders(token) }));
  expect(answer.status).toBe(200);
  return (await answer.text()).trim().split("\r\n");
}

it("tells what happened, the latest first, narrowed as asked", async () => {
  const missed = await book(12);
  const call = newId();
  await rescheduleAppointment(agentOf(ours.company, call, new Date(NOW.getTime() + 1000)), {
    ...{ appointmentId: moved, newStartsAt: wednesdayAt(15), isConfirmed: true },
  });
  await markNoShow(owner(wednesdayAt(13)), { appointmentId: missed });
  expect(await types({})).toEqual(["status_changed", "rescheduled", "created", "created"]);
  expect(await types({ type: ["rescheduled", "cancelled"] })).toEqual(["rescheduled"]);
  expect(await types({ appointmentId: moved })).toEqual(["rescheduled", "created"]);
  expect(await types({ actorKind: "agent" })).toEqual(["rescheduled"]);
  expect(await types({ actorKind: "person", userId: ours.company.owner.userId })).toHaveLength(3);
  expect(await types({ actorId: ours.company.owner.userId })).toHaveLength(3);
  expect(await types({ actorId: newId() })).toEqual([]);
  expect(await types({ from: wednesdayAt(0) })).toEqual(["status_changed"]);
  expect(await types({ staffId: (await createStaff(ours.company)).id })).toEqual([]);
  expect(await summariseModifications(owner(), {})).toEqual({
    ...{ changes: 4, rescheduled: 1, cancelled: 0, noShows: 1, violations: 0, feeCents: 0 },
  });
});

async function charge(policyType: "cancellation" | "reschedule", config: object) {
  const { companyId } = ours.company;
  const scope = { configurableType: "company" as const, configurableId: companyId };
  const terms = { minHoursNotice: 48, violationAction: "charge_fee", ...config };
  await platformClient().policyConfiguration.create({
    data: { id: newId(), companyId, ...scope, policyType, config: terms },
  });
}

it("shows what a broken rule costs, once", async () => {
  await charge("cancellation", { feePercent: 50 });
  await cancelAppointment(owner(), { appointmentId: moved, isConfirmed: true, notifyCustomer: false });
  const { items } = await listModifications(owner(), { ...page, type: ["cancelled", "violation"] });
  const [step, beside] = ["cancelled", "violation"].map((type) => items.find((one) => one.type === type));
  expect(step).toMatchObject({ feeCents: 1450, customer: { name: "Maria Schäfer" } });
  expect(beside).toMatchObject({ feeCents: 0, policyResult: { reason: "short_notice", feeCents: 1450 } });
  const once = { cancelled: 1, violations: 1, feeCents: 1450 };
  expect(await summariseModifications(owner(), {})).toMatchObject({ ...once, changes: 2 });
  expect(await summariseModifications(owner(), { type: ["violation"] })).toMatchObject({
    violations: 1,
    feeCents: 1450,
  });
  const costs = (await linesOf("cancelled&type=violation")).filter((line) => line.includes("14.50"));
  expect(costs).toHaveLength(1);
  const { companyId } = ours.company;
  const stats = await platformClient().appointmentModificationStat.findMany({ where: { companyId } });
  expect(stats).toHaveLength(2);
  for (const stat of stats)
    expect(stat).toMatchObject({ modificationCount: 1, cancellationCount: 1, violationCount: 1, noShowCount: 0 });
});

it("is one change when somebody stays away, and no violation beside it", async () => {
  await charge("cancellation", { feePercent: 50 });
  const { companyId } = ours.company;
  await editPolicy(owner(), { policyType: "no_show", config: { feeCents: 2000 } });
  await markNoShow(owner(wednesdayAt(11)), { appointmentId: moved });
  expect(await types({ appointmentId: moved })).toEqual(["status_changed", "created"]);
  expect(await summariseModifications(owner(), {})).toEqual({
    ...{ changes: 2, rescheduled: 0, cancelled: 0, noShows: 1, violations: 0, feeCents: 2000 },
  });
  const stats = await platformClient().appointmentModificationStat.findMany({ where: { companyId } });
  expect(stats).toHaveLength(2);
  for (const stat of stats) expect(stat).toMatchObject({ modificationCount: 1, noShowCount: 1, violationCount: 0 });
});

it("shows what a late move costs, in list, log and table, until the fee is let go", async () => {
  await charge("cancellation", { feePercent: 50 });
  await charge("reschedule", {});
  const move = { appointmentId: moved, newStartsAt: wednesdayAt(15), isConfirmed: true, notifyCustomer: false };
  await rescheduleAppointment(owner(new Date(NOW.getTime() + 1000)), move);
  const { items } = await listModifications(owner(), { ...page, type: ["rescheduled", "violation"] });
  expect(items.map(({ type, feeCents }) => [type, feeCents]).sort()).toEqual([
    ["rescheduled", 1450],
    ["violation", 0],
  ]);
  const log = await platformClient().activityLog.findFirstOrThrow({
    where: { companyId: ours.company.companyId, action: "reschedule_appointments" },
  });
  expect(log.newValues).toMatchObject({ feeCents: 1450 });
  const table = (await linesOf("rescheduled"))[1];
  expect(table).toContain("14.50");
  const sum = async (filters: object = {}) => (await summariseModifications(owner(), filters)).feeCents;
  expect(await sum()).toBe(1450);
  const { userId } = ours.company.owner;
  expect(await sum({ type: ["rescheduled"], actorKind: "person", userId, actorId: userId })).toBe(1450);
  for (const other of [{ type: ["created"] }, { actorKind: "agent" }, { actorId: newId() }, { userId: newId() }])
    expect(await sum(other)).toBe(0);
  const fee = await platformClient().customerFee.findFirstOrThrow({ where: { appointmentId: moved } });
  await waiveFee(owner(), { feeId: fee.id });
  expect(await sum()).toBe(0);
});

it("pages through without a gap", async () => {
  for (const hour of [11, 12, 13]) await book(hour);
  const first = await listModifications(owner(), { limit: 3, withTotal: true });
  const rest = await listModifications(owner(), { limit: 3, cursor: first.nextCursor });
  expect(first.total).toBe(4);
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(4);
});

it("shows nothing of another company, nor of other people's appointments to whoever sees only their own", async () => {
  const theirs = ownerOf((await createBookableCompany()).company);
  expect((await listModifications(theirs, { ...page, appointmentId: moved })).items).toEqual([]);
  const { companyId, owner: user } = ours.company;
  const actor = { kind: "user" as const, userId: user.userId, name: user.name };
  const own = (staffId: string) =>
    companyContext({ companyId, actor, restriction: { branchIds: [], staffId }, now: NOW });
  expect((await listModifications(own(ours.staff.id), page)).items).toHaveLength(1);
  expect((await listModifications(own((await createStaff(ours.company)).id), page)).items).toEqual([]);
});

it("is taken along as a table, which is itself recorded", async () => {
  const lines = await linesOf("created");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("Maria Schäfer");
  const { companyId } = ours.company;
  expect(await platformClient().activityLog.count({ where: { companyId, action: "export_appointments" } })).toBe(1);
});

it("counts who made the changes: by what they are, and people and keys by name", async () => {
  const key = { kind: "api_key", apiKeyId: newId(), name: "Kasse" } as const;
  const byKey = companyContext({ companyId: ours.company.companyId, actor: key, now: NOW });
  await bookAppointment(byKey, wishOf(ours, wednesdayAt(12)));
  await rescheduleAppointment(agentOf(ours.company, newId()), {
    ...{ appointmentId: moved, newStartsAt: wednesdayAt(15), isConfirmed: true },
  });
  await book(16);
  const { userId: id, name } = ours.company.owner;
  expect(await countModificationActors(owner(), {})).toEqual({
    kinds: [
      { kind: "person", count: 2 },
      { kind: "agent", count: 1 },
      { kind: "api_key", count: 1 },
    ],
    actors: [
      { kind: "person", id, name, count: 2 },
      { kind: "api_key", id: key.apiKeyId, name: "Kasse", count: 1 },
    ],
  });
  expect(await types({ actorId: key.apiKeyId })).toEqual(["created"]);
  const ofTheMoved = await countModificationActors(owner(), { appointmentId: moved, actorId: newId() });
  expect(ofTheMoved.kinds.map(({ kind }) => kind)).toEqual(["person", "agent"]);
  const elsewhere = { ...owner(), restriction: { branchIds: [newId()] } };
  expect(await countModificationActors(elsewhere, {})).toEqual({ kinds: [], actors: [] });
});

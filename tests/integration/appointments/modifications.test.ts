import { beforeEach, expect, it } from "vitest";
import { downloadModifications } from "@/server/api/appointment-downloads";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { countModificationActors } from "@/server/appointments/modifications/queries/count-modification-actors";
import { listModifications } from "@/server/appointments/modifications/queries/list-modifications";
import { summariseModifications } from "@/server/appointments/modifications/queries/summarise-modifications";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
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

it("shows what a broken rule costs, once", async () => {
  const { companyId } = ours.company;
  const config = { minHoursNotice: 48, feePercent: 50, violationAction: "charge_fee" };
  const scope = { configurableType: "company" as const, configurableId: companyId };
  await platformClient().policyConfiguration.create({
    data: { id: newId(), companyId, ...scope, policyType: "cancellation", config },
  });
  await cancelAppointment(owner(), { appointmentId: moved, isConfirmed: true, notifyCustomer: false });
  const { items } = await listModifications(owner(), { ...page, type: ["violation"] });
  expect(items).toMatchObject([
    { feeCents: 1450, policyResult: { reason: "short_notice" }, customer: { name: "Maria Schäfer" } },
  ]);
  expect(await summariseModifications(owner(), {})).toMatchObject({ cancelled: 1, violations: 1, feeCents: 1450 });
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
  const token = await sessionOf({ userId: ours.company.owner.userId });
  const address = "https://portal.example/api/exports/modifications?type=created";
  const answer = await downloadModifications(new Request(address, { headers: browserHeaders(token) }));
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trim().split("\r\n");
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

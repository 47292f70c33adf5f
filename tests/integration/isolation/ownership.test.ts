import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { at, coming } from "../../support/coming-days";
import {
  createBranch,
  createCustomer,
  createService,
  createStaff,
  createTenantWithCompany,
  createUser,
  type TestCompany,
} from "../../support/factories";
import { contextOf } from "../../support/signed-in";

const TUESDAY = coming(2);
const notFound = { code: "NOT_FOUND" };

interface Side {
  branchId: string;
  staffId: string;
  appointmentId: string;
  callId: string;
  callbackId: string;
}
let company: TestCompany;
let here: Side;
let there: Side;
let customerId: string;
let serviceId: string;

type Role = NonNullable<Parameters<typeof createUser>[1]>["role"];
async function callerOf(role: Role, link: { staffId?: string; branchIds?: string[] } = {}) {
  const { id } = await createUser(company, { role, ...link });
  return appRouter.createCaller(await contextOf({ userId: id }));
}
const receptionistHere = () => callerOf("receptionist", { branchIds: [here.branchId] });
const managerHere = () => callerOf("manager", { branchIds: [here.branchId] });
const staffHere = () => callerOf("staff", { staffId: here.staffId });

/** One person of a branch with an appointment, the call that it was made in, and a callback that was promised in it. */
async function createSide(branchId: string, hour: number): Promise<Side> {
  const { companyId } = company;
  const { id: staffId } = await createStaff({ companyId, branchId }, { homeBranchId: branchId });
  const callId = newId();
  const call = { direction: "inbound", status: "ended", startedAt: new Date(), durationSec: 60 } as const;
  const known = {
    companyId,
    branchId,
    staffId,
    customerId,
    retellCallId: `call_${callId}`,
    fromNumber: "+493023125888",
  };
  await platformClient().call.create({ data: { id: callId, ...known, ...call, outcome: "info" } });
  const wish = { branchId, serviceId, customerId, staffId, startsAt: at(TUESDAY, hour), source: "phone" as const };
  const { appointment } = await bookAppointment(ownerOf(company, new Date()), { ...wish, callId });
  const { callbackId } = await createCallback(ownerOf(company), {
    ...{ branchId, callId, customerId, name: "Maria", phone: "+493023125888", reason: "Rückruf", preferredTimes: null },
  });
  return { branchId, staffId, callId, callbackId, appointmentId: appointment.id };
}

beforeAll(async () => {
  company = await createTenantWithCompany();
  const second = await createBranch(company, { name: "Stadtpark" });
  serviceId = (await createService(company)).id;
  customerId = (await createCustomer(company, { firstName: "Walburga", lastName: "Einzigartig" })).id;
  here = await createSide(company.branchId, 10);
  there = await createSide(second.id, 11);
});

const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

describe.each([
  ["a manager of one branch", managerHere],
  ["a receptionist of one branch", receptionistHere],
  ["a staff member", staffHere],
] as const)("%s", (_who, caller) => {
  it("lists and counts only what is theirs", async () => {
    const mine = await caller();
    expect(ids(await mine.appointments.list({}))).toEqual([here.appointmentId]);
    expect(await mine.appointments.count({})).toEqual({ count: 1 });
    expect(ids(await mine.calls.list({}))).toEqual([here.callId]);
    expect(await mine.calls.stats({})).toMatchObject({ total: 1, unreviewed: 1 });
    expect(ids(await mine.callbacks.list({}))).toEqual([here.callbackId]);
    expect((await mine.staff.list({})).map(({ id }) => id)).toEqual([here.staffId]);
  });

  it("finds nothing else by search or by a filter", async () => {
    const mine = await caller();
    const search = "Einzigartig";
    expect(ids(await mine.appointments.list({ search }))).toEqual([here.appointmentId]);
    expect(ids(await mine.calls.list({ search }))).toEqual([here.callId]);
    const other = { branchId: there.branchId };
    for (const input of [other, { staffId: there.staffId }]) {
      expect(ids(await mine.appointments.list(input))).toEqual([]);
      expect(await mine.appointments.count(input)).toEqual({ count: 0 });
    }
    expect(ids(await mine.calls.list(other))).toEqual([]);
    expect(await mine.calls.stats(other)).toMatchObject({ total: 0 });
    expect(ids(await mine.callbacks.list(other))).toEqual([]);
    expect(ids(await mine.callbacks.list({ callId: there.callId }))).toEqual([]);
    expect(await mine.staff.list(other)).toEqual([]);
  });

  it("opens nothing else by its id", async () => {
    const mine = await caller();
    expect((await mine.appointments.get({ appointmentId: here.appointmentId })).id).toBe(here.appointmentId);
    await expect(mine.appointments.get({ appointmentId: there.appointmentId })).rejects.toMatchObject(notFound);
    expect((await mine.calls.get({ callId: here.callId })).id).toBe(here.callId);
    await expect(mine.calls.get({ callId: there.callId })).rejects.toMatchObject(notFound);
  });

  it("changes nothing else", async () => {
    const mine = await caller();
    const appointmentId = there.appointmentId;
    for (const act of [mine.appointments.confirm, mine.appointments.start, mine.appointments.complete])
      await expect(act({ appointmentId })).rejects.toMatchObject(notFound);
    await expect(mine.appointments.markNoShow({ appointmentId })).rejects.toMatchObject(notFound);
  });

  it("counts only what is theirs today and in the feed", async () => {
    const mine = await caller();
    const feed = await mine.analytics.activity({});
    expect(feed.flatMap(({ appointment }) => appointment?.id ?? [])).toEqual([here.appointmentId]);
    expect(feed.flatMap(({ kind, call }) => (kind === "call_ended" ? (call?.id ?? []) : []))).toEqual([here.callId]);
    expect(await mine.analytics.activity({ branchId: there.branchId })).toEqual([]);
    expect(await mine.analytics.today({ branchId: there.branchId })).toMatchObject({ upcoming: [], total: 0 });
  });
});

describe.each([
  ["a manager of one branch", managerHere],
  ["a receptionist of one branch", receptionistHere],
] as const)("%s", (_who, caller) => {
  it("cancels, moves and reviews nothing of another branch", async () => {
    const mine = await caller();
    const { appointmentId, callId } = there;
    await expect(mine.appointments.cancel({ appointmentId, isConfirmed: true })).rejects.toMatchObject(notFound);
    const newStartsAt = at(TUESDAY, 15).toISOString();
    await expect(mine.appointments.reschedule({ appointmentId, newStartsAt })).rejects.toMatchObject(notFound);
    await expect(mine.calls.markReviewed({ callId, isReviewed: true })).rejects.toMatchObject(notFound);
    await expect(mine.calls.link({ callId, customerId })).rejects.toMatchObject(notFound);
    await expect(mine.appointments.edit({ appointmentId, notes: "x" })).rejects.toMatchObject(notFound);
    const { callbackId } = there;
    await expect(mine.callbacks.complete({ callbackId, outcome: "done" })).rejects.toMatchObject(notFound);
  });

  it("sees figures of their branch only", async () => {
    const mine = await caller();
    const figures = await mine.analytics.dashboard({ period: "7d" });
    expect([figures.calls.value, figures.appointments.value]).toEqual([1, 1]);
    const other = await mine.analytics.dashboard({ period: "7d", branchId: there.branchId });
    expect([other.calls.value, other.appointments.value]).toEqual([0, 0]);
  });

  it("learns no prices of another branch", async () => {
    const mine = await caller();
    expect((await mine.catalog.listServices({ branchId: here.branchId })).map(({ id }) => id)).toEqual([serviceId]);
    await expect(mine.catalog.listServices({ branchId: there.branchId })).rejects.toMatchObject(notFound);
  });
});

it("shows a manager the revenue of their branch only", async () => {
  const mine = await managerHere();
  const all = await appRouter.createCaller(await contextOf(company.owner)).analytics.revenue({ period: "7d" });
  expect((await mine.analytics.revenue({ period: "7d" })).bookedCents.value).toBe(all.bookedCents.value / 2);
});

it("names an appointment of another branch to nobody who may hear the call that it was made in", async () => {
  const { companyId } = company;
  await platformClient().appointment.update({ where: { id: there.appointmentId }, data: { callId: here.callId } });
  const told = await (await managerHere()).calls.get({ callId: here.callId });
  expect(JSON.stringify(told)).not.toContain(there.appointmentId);
  const all = await appRouter.createCaller(await contextOf(company.owner)).calls.get({ callId: here.callId });
  expect(JSON.stringify(all)).toContain(there.appointmentId);
  await platformClient().appointment.update({
    where: { companyId_id: { companyId, id: there.appointmentId } },
    data: { callId: there.callId },
  });
});

it("shows staff free times of their own, and none of a colleague", async () => {
  const mine = await staffHere();
  const [from, until] = [at(TUESDAY, 9), at(TUESDAY, 18)].map((when) => when.toISOString()) as [string, string];
  const wish = { branchId: here.branchId, serviceId, from, until };
  const { slots } = await mine.availability.findFreeSlots(wish);
  expect(new Set(slots.map(({ staffId }) => staffId))).toEqual(new Set([here.staffId]));
  await expect(mine.availability.findFreeSlots({ ...wish, staffId: there.staffId })).rejects.toMatchObject(notFound);
  const day = { branchId: here.branchId, serviceId, date: TUESDAY };
  const { slots: ofDay } = await mine.availability.findDaySlots(day);
  expect(new Set(ofDay.map(({ staffId }) => staffId))).toEqual(new Set([here.staffId]));
  await expect(mine.availability.findDaySlots({ ...day, staffId: there.staffId })).rejects.toMatchObject(notFound);
});

it("books whoever sees only their own with nobody else, whatever their role allows", async () => {
  const own = { ...ownerOf(company, new Date()), restriction: { branchIds: [], staffId: here.staffId } };
  const wish = { branchId: here.branchId, serviceId, customerId, staffId: there.staffId, source: "portal" as const };
  await expect(bookAppointment(own, { ...wish, startsAt: at(TUESDAY, 16) })).rejects.toMatchObject({
    reason: "staff_not_found",
  });
  const { appointment } = await bookAppointment(own, { ...wish, staffId: undefined, startsAt: at(TUESDAY, 16) });
  expect(appointment.staff.id).toBe(here.staffId);
});

it("shows a staff role that is linked to nobody no rows at all", async () => {
  const nobody = await callerOf("staff");
  expect(ids(await nobody.appointments.list({}))).toEqual([]);
  expect(ids(await nobody.calls.list({}))).toEqual([]);
  expect(ids(await nobody.callbacks.list({}))).toEqual([]);
  expect(await nobody.staff.list({})).toEqual([]);
  await expect(nobody.appointments.get({ appointmentId: here.appointmentId })).rejects.toMatchObject(notFound);
});

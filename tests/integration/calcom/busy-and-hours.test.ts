import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFreeSlots } from "@/server/availability/queries/find-free-slots";
import { getConnection } from "@/server/calcom/connection/queries/get-connection";
import { importBusyTimes } from "@/server/calcom/hours/commands/import-busy-times";
import { pushWorkingHours } from "@/server/calcom/hours/commands/push-working-hours";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { jobOf, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { book, type ConnectedCompany, createConnectedCompany, steer, withSandbox } from "./connected-company";

withSandbox();
afterEach(() => vi.restoreAllMocks());
let ours: ConnectedCompany;
let hosts: number[];

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
  const { eventTypes } = await steer("/calcom");
  const hostOf = (type: number) => eventTypes.find(({ id }: { id: number }) => id === type).ownerId as number;
  hosts = [hostOf(ours.eventTypeId), hostOf(ours.colleagueTypeId)];
  const { companyId } = ours.company;
  await platformClient().calcomTeamMember.createMany({
    data: [ours.staff, ours.colleague].map(({ id: staffId }, nr) => {
      return { id: newId(), companyId, staffId, calcomUserId: hosts[nr] ?? 0 };
    }),
  });
});

/** Our key is not shown what stands in one calendar. */
function refuseCalendarOf(credentialId: number): void {
  const send = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    const asked = new URL(String(url)).searchParams.get("calendarsToLoad[0][credentialId]");
    if (asked !== String(credentialId)) return send(url, init);
    const error = { code: "NotFoundException", message: "Calendar credentials not found" };
    return new Response(JSON.stringify({ status: "error", error }), { status: 404 });
  });
}

/** One more entry in each calendar, which the other side would not let anybody make. */
function addOdd(entry: { start: string; end: string }): void {
  const send = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    const response = await send(url, init);
    if (!String(url).includes("/calendars/busy-times")) return response;
    const body = await response.json();
    return new Response(JSON.stringify({ ...body, data: [...body.data, entry] }), { headers: response.headers });
  });
}

const job = () => jobOf(ours.company, "import-busy-times");
const busy = (title: string, from: Date, until: Date, userId = hosts[0]) =>
  steer("/busy-times", { userId, title, start: from.toISOString(), end: until.toISOString() });
/** Whose admin the key's owner is: so everybody's hours may be written. */
const inOrganization = () => steer("/calcom/seed", { apiKey: ours.apiKey, organizationId: 70 });
const rows = () =>
  platformClient().busyTime.findMany({
    where: { companyId: ours.company.companyId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { staffId: true, startsAt: true, endsAt: true },
  });

describe("what people have in their calendars there", () => {
  it("closes their time here, once, and opens it again when it is gone", async () => {
    const { id } = await busy("Zahnarzt", wednesdayAt(11), wednesdayAt(12));
    await busy("Schule", wednesdayAt(14), wednesdayAt(15), hosts[1]);
    expect(await importBusyTimes(job())).toMatchObject({ state: "done", added: 2, removed: 0 });
    expect(await importBusyTimes(job())).toMatchObject({ state: "done", added: 0, removed: 0 });
    expect(await rows()).toEqual([
      { staffId: ours.staff.id, startsAt: wednesdayAt(11), endsAt: wednesdayAt(12) },
      { staffId: ours.colleague.id, startsAt: wednesdayAt(14), endsAt: wednesdayAt(15) },
    ]);
    expect(await startsOf()).not.toContain(wednesdayAt(11).toISOString());
    await steer(`/busy-times/${id}`, undefined, "DELETE");
    expect(await importBusyTimes(job())).toMatchObject({ added: 0, removed: 1 });
    expect(await startsOf()).toContain(wednesdayAt(11).toISOString());
  });

  it("leaves out what lasts no time, and takes nothing away by what makes no sense", async () => {
    const { id } = await busy("Zahnarzt", wednesdayAt(11), wednesdayAt(12));
    const ten = wednesdayAt(10).toISOString();
    addOdd({ start: ten, end: ten });
    expect(await importBusyTimes(job())).toMatchObject({ state: "done", added: 1, unread: 0 });
    vi.restoreAllMocks();
    await steer(`/busy-times/${id}`, undefined, "DELETE");
    addOdd({ start: "9990-01-01T10:00:00Z", end: "9990-01-01T11:00:00Z" });
    expect(await importBusyTimes(job())).toMatchObject({ state: "done", removed: 0, unread: 2 });
    expect(await rows()).toMatchObject([{ startsAt: wednesdayAt(11), endsAt: wednesdayAt(12) }]);
  });

  it("counts our own bookings once: only what goes beyond them is busy", async () => {
    await book(ours);
    await busy("Haarschnitt", wednesdayAt(10), wednesdayAt(10, 30));
    await busy("Weg", wednesdayAt(10, 30), wednesdayAt(11));
    expect(await importBusyTimes(job())).toMatchObject({ added: 1 });
    expect(await rows()).toMatchObject([{ startsAt: wednesdayAt(10, 30), endsAt: wednesdayAt(11) }]);
  });

  it("stays as it was while a calendar can't be read, and what is new is added", async () => {
    const { id } = await busy("Zahnarzt", wednesdayAt(11), wednesdayAt(12));
    const shown = async () => (await getConnection(ownerOf(ours.company))).brokenCalendarCount;
    await importBusyTimes(job());
    const brokenIs = (isBroken: boolean) => steer("/calendars", { userId: hosts[0], isBroken });
    await brokenIs(true);
    await steer(`/busy-times/${id}`, undefined, "DELETE");
    await busy("Schule", wednesdayAt(14), wednesdayAt(15), hosts[1]);
    expect(await importBusyTimes(job())).toMatchObject({ state: "done", added: 1, removed: 0, unread: 2 });
    expect(await rows()).toMatchObject([{ startsAt: wednesdayAt(11) }, { startsAt: wednesdayAt(14) }]);
    expect(await shown()).toBe(1);
    await brokenIs(false);
    expect(await importBusyTimes(job())).toMatchObject({ removed: 1, unread: 0 });
    expect(await shown()).toBe(0);
  });

  it("stays as it was when somebody's times are refused, which keeps nobody else from theirs", async () => {
    await busy("Zahnarzt", wednesdayAt(11), wednesdayAt(12));
    await importBusyTimes(job());
    await busy("Schule", wednesdayAt(14), wednesdayAt(15), hosts[1]);
    refuseCalendarOf(hosts[0] ?? 0);
    expect(await importBusyTimes(job())).toMatchObject({ state: "done", added: 1, removed: 0, unread: 1 });
    expect(await rows()).toHaveLength(2);
  });

  it("stays as it was while they can't be asked", async () => {
    await busy("Zahnarzt", wednesdayAt(11), wednesdayAt(12));
    await importBusyTimes(job());
    await steer("/calcom/keys", { apiKey: ours.apiKey });
    await expect(importBusyTimes(job())).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(await rows()).toHaveLength(1);
  });

  const startsOf = async () => {
    const { slots } = await findFreeSlots(job(), {
      ...{ branchId: ours.company.branchId, serviceId: ours.service.id, staffId: ours.staff.id },
      ...{ from: wednesdayAt(8), until: wednesdayAt(20), limit: 100 },
    });
    return slots.map(({ startsAt }) => new Date(startsAt).toISOString());
  };
});

describe("who can't be read or written there", () => {
  const shown = () => getConnection(ownerOf(ours.company));

  it("is named as long as their hours there are refused", async () => {
    expect(await pushWorkingHours(job())).toMatchObject({ refused: [{ staffId: ours.colleague.id }] });
    expect(await shown()).toMatchObject({ hoursRefused: ["Berta Beispiel"] });
    await inOrganization();
    expect(await pushWorkingHours(job())).toMatchObject({ written: 1, refused: [] });
    expect(await shown()).toMatchObject({ hoursRefused: [] });
    expect(await pushWorkingHours(job())).toMatchObject({ written: 0, unchanged: 2 });
  });

  it("is named as long as no calendar of theirs is to be seen", async () => {
    const own = { companyId: ours.company.companyId, staffId: ours.colleague.id };
    const member = (calcomUserId = 0) =>
      platformClient().calcomTeamMember.updateMany({ where: own, data: { calcomUserId } });
    await member(987_654_321);
    await importBusyTimes(job());
    expect(await shown()).toMatchObject({ calendarUnseen: ["Berta Beispiel"] });
    await member(hosts[1]);
    await importBusyTimes(job());
    expect(await shown()).toMatchObject({ calendarUnseen: [] });
  });
});

describe("when people work here", () => {
  it("is when they can be booked there, days off included, and is written once", async () => {
    const { companyId } = ours.company;
    await platformClient().scheduleException.create({
      data: {
        ...{ id: newId(), companyId, ownerType: "staff", staffId: ours.staff.id, kind: "vacation" },
        ...{ startsAt: wednesdayAt(0), endsAt: wednesdayAt(24) },
      },
    });
    await inOrganization();
    expect(await pushWorkingHours(job())).toMatchObject({ state: "done", written: 2, refused: [] });
    const headers = { authorization: `Bearer ${ours.apiKey}`, "cal-api-version": "2024-06-11" };
    const answer = await fetch(`${process.env.CALCOM_BASE_URL}/schedules`, { headers });
    const { data } = (await answer.json()) as {
      data: { ownerId: number; overrides: object[]; availability: object[] }[];
    };
    const mine = data.find(({ ownerId }) => ownerId === hosts[0]);
    expect(mine?.overrides).toContainEqual({ date: "2026-12-02", startTime: "00:00", endTime: "00:00" });
    expect(mine?.availability.length).toBeGreaterThan(0);
    expect(await pushWorkingHours(job())).toMatchObject({ state: "done", written: 0, unchanged: 2 });
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { createCalcom } from "@/server/calcom/adapters/calcom";
import { contract } from "../../unit/sandbox/openapi";
import { createConnectedCompany, steer, withSandbox } from "./connected-company";
import { muddle } from "./muddle";

withSandbox();
afterEach(() => vi.restoreAllMocks());

const AT = new Date("2026-12-09T10:00:00Z");
const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);
const attendee = { name: "Nina Neu", email: "nina@example.com", timeZone: "Europe/Berlin", language: "de" };
const document = contract("calcom-v2.json");

/** Which operation of the document a request is. */
function operationOf(method: string, path: string): string {
  const found = document.operations.find((one) => {
    const [verb, pattern = ""] = one.split(" ");
    const fits = new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return verb === method.toLowerCase() && fits.test(path) && !(pattern.includes("{") && path.endsWith("/default"));
  });
  return found ?? `${method} ${path} is not in the document`;
}

interface Sent {
  operation: string;
  faults: string[];
}

/** Lets everything pass and writes down what was sent. */
function watchRequests(): Sent[] {
  const sent: Sent[] = [];
  const send = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation((url, init) => {
    const { pathname } = new URL(String(url));
    if (!pathname.startsWith("/calcom/")) return send(url, init);
    const path = pathname.replace("/calcom", "");
    const operation = operationOf(init?.method ?? "GET", path);
    const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    const isDescribed = body !== undefined && !operation.endsWith("/confirm");
    sent.push({ operation, faults: isDescribed ? document.request(operation, body) : [] });
    return send(url, init);
  });
  return sent;
}

describe("the client", () => {
  it("speaks every operation as Cal.com's document has it", async () => {
    const { apiKey, eventTypeId } = await createConnectedCompany();
    await steer("/clock", { now: "2026-12-07T08:00:00Z" });
    const calcom = createCalcom({ apiKey });
    const sent = watchRequests();
    const spoken = new Set<string>();
    const speak = <K extends Exclude<keyof typeof calcom, "quota">>(call: K): (typeof calcom)[K] => {
      spoken.add(call);
      return calcom[call];
    };

    const account = await speak("me")();
    const [team] = await speak("listTeams")();
    const members = await speak("listMembers")(team?.id ?? 0);
    expect(members.map(({ userId }) => userId)).toContain(account.id);

    const booking = { eventTypeId, attendee, metadata: {} };
    const made = await speak("createBooking")({ ...booking, startsAt: AT });
    const moved = await speak("rescheduleBooking")({ uid: made.uid, startsAt: later(2), reason: "später" });
    expect((await speak("getBooking")(made.uid)).rescheduledToUid).toBe(moved.uid);
    const window = { eventTypeIds: [eventTypeId], afterStart: AT, beforeEnd: later(24) };
    expect((await speak("listBookings")(window)).bookings).toHaveLength(2);
    expect((await speak("cancelBooking")({ uid: moved.uid, reason: "krank" })).status).toBe("cancelled");

    const wish = { title: "Bart", slug: "bart", lengthMinutes: 20, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    const own = await speak("createEventType")(null, wish);
    expect(own).toMatchObject({ ...wish, hostIds: [account.id], teamId: null });
    const teamWish = { ...wish, slug: "bart-berta", hostId: members[1]?.userId ?? 0 };
    const teams = await speak("createEventType")(team?.id ?? 0, teamWish);
    expect(teams).toMatchObject({ slug: "bart-berta", hostIds: [teamWish.hostId], teamId: team?.id });
    const longer = { ...teamWish, id: teams.id, lengthMinutes: 40 };
    expect(await speak("updateEventType")(team?.id ?? 0, longer)).toMatchObject({
      ...{ lengthMinutes: 40, hostIds: [teamWish.hostId] },
    });
    expect(await calcom.updateEventType(null, { ...wish, id: own.id, title: "Bart kurz" })).toMatchObject({
      title: "Bart kurz",
    });
    expect(await speak("getEventType")(own.id)).toMatchObject({ id: own.id, lengthOptions: [20] });
    const ids = (await speak("listEventTypes")(team?.id ?? 0)).map(({ id }) => id);
    expect([ids, (await calcom.listEventTypes(null)).map(({ id }) => id)]).toMatchObject([
      [teams.id],
      expect.arrayContaining([own.id]),
    ]);

    await steer("/calcom/seed", {
      apiKey,
      eventTypes: [{ ...{ id: 900_001, title: "Farbe", slug: "farbe", lengthInMinutes: 60, ownerId: account.id } }].map(
        (one) => ({ ...one, confirmationPolicy: { type: "always" } }),
      ),
    });
    for (const [hours, settle] of [
      [26, (uid: string) => speak("confirmBooking")(uid)],
      [28, (uid: string) => speak("declineBooking")({ uid, reason: "voll" })],
    ] as const) {
      const asked = await calcom.createBooking({ ...booking, eventTypeId: 900_001, startsAt: later(hours) });
      expect(asked.status).toBe("pending");
      expect(["accepted", "rejected"]).toContain((await settle(asked.uid)).status);
    }

    const hours = { availability: [{ days: ["Monday"], startTime: "09:00", endTime: "17:00" }], overrides: [] };
    const fresh = { name: "AskProAI", timeZone: "Europe/Berlin", isDefault: false, ...hours };
    const schedule = await speak("createSchedule")(fresh, null);
    const closed = [{ date: "2026-12-24", startTime: "00:00", endTime: "00:00" }];
    const changes = { id: schedule.id, overrides: closed };
    expect(await speak("updateSchedule")(changes, null)).toMatchObject({ overrides: closed });
    await steer("/calcom/seed", { apiKey, organizationId: 70 });
    const colleague = { organizationId: (await calcom.me()).organizationId ?? 0, userId: members[1]?.userId ?? 0 };
    const theirs = await calcom.createSchedule(fresh, colleague);
    expect(theirs).toMatchObject({ ownerId: colleague.userId });
    expect(await calcom.updateSchedule({ ...changes, id: theirs.id }, colleague)).toMatchObject({ overrides: closed });
    expect((await speak("listSchedulesOf")(colleague)).map(({ id }) => id)).toContain(theirs.id);
    await expect(calcom.updateSchedule({ ...changes, id: theirs.id }, null)).rejects.toMatchObject({ kind: "refused" });
    expect((await speak("listSchedules")(null)).map(({ id }) => id)).toContain(schedule.id);
    expect(await calcom.listSchedules(team?.id ?? 0)).not.toEqual([]);

    const hook = { subscriberUrl: "https://app.example/hook", triggers: ["BOOKING_CREATED"], secret: "geheim" };
    const { id } = await speak("createSubscription")(hook);
    expect(await speak("updateSubscription")({ ...hook, id, triggers: ["BOOKING_CANCELLED"] })).toMatchObject({ id });
    expect(await speak("listSubscriptions")()).toMatchObject([{ id, triggers: ["BOOKING_CANCELLED"] }]);
    await speak("deleteSubscription")(id);
    expect(await calcom.listSubscriptions()).toEqual([]);

    const { calendars } = await speak("listCalendars")();
    const userId = members.find(({ email }) => email === calendars[1]?.externalId)?.userId;
    await steer("/busy-times", { userId, title: "Zahnarzt", start: AT.toISOString(), end: later(1).toISOString() });
    const question = { calendars, from: AT, until: later(24), timeZone: "Europe/Berlin" };
    expect(await speak("listBusyTimes")(question)).toMatchObject({
      times: [{ from: AT, until: later(1) }],
      isComplete: true,
    });

    const missed = await calcom.createBooking({ ...booking, startsAt: later(50) });
    await steer("/clock", { now: later(51).toISOString() });
    const absence = { uid: missed.uid, email: attendee.email, isAbsent: true };
    expect(await speak("markAttendance")(absence)).toMatchObject({ uid: missed.uid, isAbsent: true });
    await steer("/clock", { now: "2026-12-07T08:00:00Z" });

    expect(sent.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(sent.filter(({ operation }) => operation.endsWith("not in the document"))).toEqual([]);
    expect(Object.keys(calcom).filter((call) => !["quota", "requests"].includes(call) && !spoken.has(call))).toEqual(
      [],
    );
  });

  it("reads a page with one odd booking, and says which one it is", async () => {
    const { apiKey, eventTypeId } = await createConnectedCompany();
    const calcom = createCalcom({ apiKey });
    const booking = { eventTypeId, attendee, metadata: { idemKey: "k" } };
    const odd = await calcom.createBooking({ ...booking, startsAt: AT });
    const fine = await calcom.createBooking({ ...booking, startsAt: later(1) });
    muddle(odd.uid);
    const list = await calcom.listBookings({ eventTypeIds: [eventTypeId], afterStart: AT, beforeEnd: later(24) });
    expect(list.bookings.map(({ uid }) => uid)).toEqual([fine.uid]);
    expect(list.unreadable).toMatchObject([
      { uid: odd.uid, why: expect.stringContaining("start"), metadata: { idemKey: "k" } },
    ]);
    await expect(calcom.getBooking(odd.uid)).rejects.toMatchObject({ kind: "unreadable" });
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import { startReceiver } from "./receiver";
import { bookingAt, HAIRCUT, OWNER, runSandbox } from "./running-sandbox";

const TEN = "2026-12-08T09:00:00Z";
const BERTA = { id: 2, name: "Berta Tal", email: "berta@salon.example", username: "berta", timeZone: "Europe/Berlin" };

async function salon() {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const sandbox = await runSandbox({ appUrl: receiver.url });
  const subscribers = [{ subscriberUrl: `${receiver.url}/hook` }];
  await sandbox.steer("/calcom/seed", { users: [OWNER, BERTA], eventTypes: [HAIRCUT], subscribers });
  const teamType = async (schedulingType: string, more: object = { assignAllTeamMembers: true }) => {
    const body = { title: "Team", slug: `team-${schedulingType.toLowerCase()}`, lengthInMinutes: 30, schedulingType };
    return sandbox.calcom("/teams/7/event-types", { body: { ...body, ...more } });
  };
  return { ...sandbox, teamType, events: () => receiver.received.map(({ raw }) => JSON.parse(raw)) };
}

it("shows a key its owner's types and of colleagues what strangers see, and lets it change its owner's only", async () => {
  const { calcom, steer } = await salon();
  const theirs = { ...HAIRCUT, ownerId: BERTA.id };
  const eventTypes = [
    { ...theirs, id: 800, slug: "offen" },
    { ...theirs, id: 801, slug: "versteckt", hidden: true },
  ];
  await steer("/calcom/seed", { eventTypes });
  const idsAt = async (path: string) => (await calcom(path)).body.data.map(({ id }: { id: number }) => id);
  expect(await idsAt("/event-types")).toEqual([HAIRCUT.id]);
  expect(await idsAt("/event-types?username=berta")).toEqual([800]);
  expect((await calcom("/event-types/800")).status).toBe(200);
  expect((await calcom("/event-types/800", { method: "PATCH", body: { lengthInMinutes: 20 } })).status).toBe(403);
  expect((await calcom("/event-types/800", { method: "DELETE" })).status).toBe(403);
});

describe("a team's event types", () => {
  it("take turns: the next free host gets the booking, and a third one is refused in the words for teams", async () => {
    const { calcom, teamType } = await salon();
    const eventTypeId = (await teamType("roundRobin")).body.data.id;
    const hosts = [];
    for (const email of ["a@example.de", "b@example.de"]) {
      const attendee = { name: "Kundin", timeZone: "Europe/Berlin", email };
      const { body } = await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId, attendee }) });
      hosts.push(body.data.hosts[0].id);
    }
    expect(hosts).toEqual([1, 2]);
    const attendee = { name: "Dritte", timeZone: "Europe/Berlin", email: "c@example.de" };
    const third = await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId, attendee }) });
    const told = "One of the hosts either already has booking at this time or is not available";
    expect([third.status, third.body.error.message]).toEqual([400, told]);
  });

  it("answer the same request with the same booking where they take turns", async () => {
    const { calcom, teamType } = await salon();
    const eventTypeId = (await teamType("roundRobin")).body.data.id;
    const first = await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId }) });
    const again = await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId }) });
    expect(again.body.data.uid).toBe(first.body.data.uid);
  });

  it("need everybody where they are collective, and keep everybody busy", async () => {
    const { calcom, teamType } = await salon();
    const eventTypeId = (await teamType("collective")).body.data.id;
    expect((await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId }) })).status).toBe(201);
    expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(400);
  });

  it("are copied for each host where they are managed, and only the copies can be booked", async () => {
    const { calcom, teamType } = await salon();
    const { body } = await teamType("managed");
    const [parent, ...copies] = body.data;
    expect(copies).toHaveLength(2);
    expect((await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId: parent.id }) })).status).toBe(400);
    expect((await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId: copies[1].id }) })).status).toBe(201);
  });

  it("lose their hosts when another way is chosen without naming any, and know only members", async () => {
    const { calcom, teamType } = await salon();
    const { body } = await teamType("roundRobin", { hosts: [{ userId: 2 }] });
    const path = `/teams/7/event-types/${body.data.id}`;
    const changed = await calcom(path, { body: { schedulingType: "collective" }, method: "PATCH" });
    expect(changed.body.data.hosts).toEqual([]);
    expect((await teamType("roundRobin", { hosts: [{ userId: 99 }] })).status).toBe(404);
    expect((await calcom(path, { method: "DELETE" })).status).toBe(200);
    expect((await calcom(path)).status).toBe(404);
  });

  it("are known from the beginning where a copy tells of them, with their hosts and who hears of them", async () => {
    const { calcom, steer, events } = await salon();
    const [{ subscriberUrl }] = (await steer("/calcom")).body.webhooks;
    const team = { schedulingType: "roundRobin", hosts: [{ userId: BERTA.id }] };
    const type = { ...HAIRCUT, id: 700, slug: "team-haarschnitt", team };
    const subscribers = [{ subscriberUrl, eventTypeId: 700 }];
    for (const _ of ["at first", "again"]) await steer("/calcom/seed", { eventTypes: [type], subscribers });
    expect((await steer("/calcom")).body.webhooks).toHaveLength(2);
    expect((await calcom("/teams/7/event-types")).body.data).toMatchObject([
      { id: 700, hosts: [{ userId: BERTA.id }] },
    ]);
    const { body } = await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId: 700 }) });
    expect([body.data.hosts[0].id, events().length]).toEqual([BERTA.id, 1]);
    await steer("/calcom/webhooks", { trigger: "BOOKING_UPDATED", payload: { uid: "u1" } });
    expect(events()).toHaveLength(2);
    const stranger = { ...type, id: 701, team: { ...team, hosts: [{ userId: 99 }] } };
    expect((await steer("/calcom/seed", { eventTypes: [stranger] })).status).toBe(400);
  });

  it("give a booking another host under the same uid, without a webhook", async () => {
    const { calcom, teamType, events, steer } = await salon();
    const eventTypeId = (await teamType("roundRobin")).body.data.id;
    const [{ subscriberUrl }] = (await steer("/calcom")).body.webhooks;
    const webhook = { subscriberUrl, triggers: ["BOOKING_CREATED"], active: true };
    expect((await calcom(`/teams/7/event-types/${eventTypeId}/webhooks`, { body: webhook })).status).toBe(201);
    const { body } = await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId }) });
    const path = `/bookings/${body.data.uid}`;
    const { body: other } = await calcom(`${path}/reassign`, { body: {} });
    expect(other.data.reassignedTo).toMatchObject({ id: 2 });
    expect((await calcom(path)).body.data.hosts[0].id).toBe(2);
    expect(events()).toHaveLength(1);
    const plain = await calcom("/bookings", { body: bookingAt(TEN) });
    expect((await calcom(`/bookings/${plain.body.data.uid}/reassign`, { body: {} })).status).toBe(400);
  });
});

it("pages members, and refuses more than 250 at once", async () => {
  const { calcom } = await salon();
  expect((await calcom("/teams/7/memberships?take=1&skip=1")).body.data).toMatchObject([{ userId: 2 }]);
  expect((await calcom("/teams/7/memberships?emails=berta@salon.example")).body.data).toHaveLength(1);
  expect((await calcom("/teams/7/memberships?take=251")).status).toBe(400);
  expect((await calcom("/teams/8/memberships")).status).toBe(404);
});

describe("somebody's own calendar", () => {
  const range = "loggedInUsersTz=Europe/Berlin&dateFrom=2026-12-08&dateTo=2026-12-09";

  it("shows its busy times and keeps bookings out of them", async () => {
    const { calcom, steer } = await salon();
    const busy = { userId: 1, title: "Zahnarzt", start: TEN, end: "2026-12-08T10:00:00Z" };
    const { body: made } = await steer("/busy-times", busy);
    expect((await calcom("/bookings", { body: bookingAt("2026-12-08T09:30:00Z") })).status).toBe(400);
    const own = await calcom(`/calendars/busy-times?${range}&credentialId=1&externalId=anna@salon.example`);
    expect(own.body.data).toEqual([
      { start: "2026-12-08T09:00:00.000Z", end: "2026-12-08T10:00:00.000Z", source: "anna@salon.example" },
    ]);
    const both = new URLSearchParams([
      ["calendarsToLoad[0][credentialId]", "1"],
      ["calendarsToLoad[0][externalId]", "anna@salon.example"],
      ["calendarsToLoad[1][credentialId]", "1000001"],
      ["calendarsToLoad[1][externalId]", "berta@salon.example"],
    ]);
    expect((await calcom(`/calendars/busy-times?${range}&${both}`)).body.data).toHaveLength(1);
    await steer(`/busy-times/${made.id}`, undefined, "DELETE");
    expect((await calcom("/bookings", { body: bookingAt("2026-12-08T09:30:00Z") })).status).toBe(201);
  });

  it("can't be read under a name it does not have, nor by what somebody else has connected", async () => {
    const { calcom } = await salon();
    const asked = (credentialId: number, address: string) =>
      calcom(`/calendars/busy-times?${range}&credentialId=${credentialId}&externalId=${address}@salon.example`);
    expect((await asked(1, "nobody")).status).toBe(500);
    expect(await asked(2, "berta")).toMatchObject({
      status: 401,
      body: { error: { message: "These credentials do not belong to you" } },
    });
    expect((await calcom("/calendars/busy-times?loggedInUsersTz=Mond")).status).toBe(400);
  });

  it("is listed with those that colleagues share, as long as there is access to it", async () => {
    const { calcom, steer } = await salon();
    const listed = async () => {
      const { connectedCalendars } = (await calcom("/calendars")).body.data;
      return connectedCalendars.map(({ error, calendars }: { error?: object; calendars?: { externalId: string }[] }) =>
        error ? "error" : calendars?.map(({ externalId }) => externalId),
      );
    };
    expect(await listed()).toEqual([["anna@salon.example"], ["berta@salon.example"]]);
    await steer("/calendars", { userId: 2, isBroken: true });
    expect(await listed()).toEqual([["anna@salon.example"]]);
    await steer("/calendars", { userId: 1, isBroken: true });
    expect(await listed()).toEqual(["error"]);
  });
});

describe("a colleague's hours", () => {
  const theirs = async ({ calcom }: Awaited<ReturnType<typeof salon>>) => {
    const { data } = (await calcom("/teams/7/schedules")).body;
    return data.find(({ ownerId }: { ownerId: number }) => ownerId === 2);
  };
  const closed = { availability: [] };

  it("are seen in the team, and neither listed among one's own nor changed by whose key is not theirs", async () => {
    const running = await salon();
    const { calcom } = running;
    const { id } = await theirs(running);
    const own = (await calcom("/schedules")).body.data;
    expect(own.map(({ ownerId }: { ownerId: number }) => ownerId)).toEqual([1]);
    for (const asked of [{}, { body: closed, method: "PATCH" }, { method: "DELETE" }]) {
      expect(await calcom(`/schedules/${id}`, asked)).toMatchObject({
        status: 403,
        body: { error: { message: `User with ID=1 does not own schedule with ID=${id}` } },
      });
    }
  });

  it("are changed and made by an admin of their organisation, and of no other", async () => {
    const running = await salon();
    const { calcom, steer } = running;
    const { id } = await theirs(running);
    const path = (organization: number, user: number) => `/organizations/${organization}/users/${user}/schedules`;
    const change = { body: closed, method: "PATCH" };
    expect((await calcom(`${path(70, 2)}/${id}`, change)).status).toBe(403);
    await steer("/calcom/seed", { organizationId: 70 });
    expect((await calcom("/me")).body.data).toMatchObject({ id: 1, organizationId: 70 });
    expect((await calcom(`${path(71, 2)}/${id}`, change)).status).toBe(403);
    expect((await calcom(`${path(70, 1)}/${id}`, change)).status).toBe(403);
    expect((await calcom(`${path(70, 99)}/${id}`, change)).status).toBe(403);
    expect(await calcom(`${path(70, 2)}/${id}`, change)).toMatchObject({ status: 200, body: { data: closed } });
    const fresh = { name: "Sommer", timeZone: "Europe/Berlin", isDefault: true };
    expect(await calcom(path(70, 2), { body: fresh })).toMatchObject({ status: 201, body: { data: { ownerId: 2 } } });
    expect(await theirs(running)).toMatchObject({ id, isDefault: false });
  });
});

it("hides a reserved time from lists until it expires, and lets bookings through", async () => {
  const { calcom, steer } = await salon();
  const day = "/slots?eventTypeId=100&start=2026-12-08T09:00:00Z&end=2026-12-08T09:30:00Z";
  const reservation = { eventTypeId: 100, slotStart: TEN };
  expect((await calcom("/slots/reservations", { body: reservation })).status).toBe(201);
  expect((await calcom("/slots/reservations", { body: reservation })).status).toBe(422);
  expect((await calcom(day)).body.data).toEqual({});
  await steer("/clock", { advanceMs: 6 * 60_000 });
  expect((await calcom(day)).body.data).toHaveProperty("2026-12-08");
  expect((await calcom("/slots/reservations", { body: reservation })).status).toBe(201);
  expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(201);
});

it("marks who did not come, after the beginning only, and names the uid in its own way", async () => {
  const { calcom, steer, events } = await salon();
  const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
  const path = `/bookings/${body.data.uid}/mark-absent`;
  const absent = { attendees: [{ email: "berta@example.de", absent: true }] };
  expect((await calcom(path, { body: absent })).status).toBe(400);
  await steer("/clock", { now: "2026-12-08T09:10:00Z" });
  expect((await calcom(path, { body: absent })).body.data.attendees[0].absent).toBe(true);
  expect(events().at(-1)).toMatchObject({
    triggerEvent: "BOOKING_NO_SHOW_UPDATED",
    payload: { bookingUid: body.data.uid, attendees: [{ email: "berta@example.de", noShow: true }] },
  });
  expect(events().at(-1).payload).not.toHaveProperty("uid");
  const told = events().length;
  expect((await calcom(path, { body: { host: true } })).body.data.absentHost).toBe(true);
  expect(events()).toHaveLength(told);
});

it("has no way to change metadata afterwards", async () => {
  const { calcom } = await salon();
  const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
  const path = `/bookings/${body.data.uid}`;
  expect((await calcom(path, { body: { metadata: { appointmentId: "b" } }, method: "PATCH" })).status).toBe(404);
  const move = { start: "2026-12-08T11:00:00Z", metadata: { appointmentId: "b" } };
  expect((await calcom(`${path}/reschedule`, { body: move })).status).toBe(400);
});

it("tells a subscriber of one event type only of that, and one of both twice", async () => {
  const { calcom, events, steer } = await salon();
  const [{ subscriberUrl: hook }] = (await steer("/calcom")).body.webhooks;
  const webhook = { subscriberUrl: hook, triggers: ["BOOKING_CREATED"], active: true };
  const { status, body } = await calcom("/event-types/100/webhooks", { body: webhook });
  expect([status, body.data.eventTypeId]).toEqual([201, 100]);
  await calcom("/bookings", { body: bookingAt(TEN) });
  expect(events()).toHaveLength(2);
  expect((await calcom("/webhooks")).body.data).toHaveLength(1);
  expect((await calcom(`/webhooks/${body.data.id}`)).status).toBe(404);
});

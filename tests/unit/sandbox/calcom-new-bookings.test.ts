import { describe, expect, it } from "vitest";
import { bookingAt, HAIRCUT, runSandbox } from "./running-sandbox";
import { salon } from "./salon";

const TEN = "2026-12-08T09:00:00Z";

const TAKEN = "User either already has booking at this time or is not available";

describe("creating a booking", () => {
  it("answers 201 with the booking, its host and our metadata", async () => {
    const { calcom } = await salon();
    const { status, body } = await calcom("/bookings", { body: bookingAt(TEN) });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      status: "accepted",
      start: "2026-12-08T09:00:00.000Z",
      end: "2026-12-08T09:30:00.000Z",
      duration: 30,
      hosts: [{ id: 1, name: "Anna Berg" }],
      metadata: { appointmentId: "a-1" },
    });
  });

  it("refuses a time at which the same host has another booking, in the exact words", async () => {
    const { calcom } = await salon();
    await calcom("/bookings", { body: bookingAt(TEN) });
    const { status, body } = await calcom("/bookings", { body: bookingAt("2026-12-08T09:15:00Z") });
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: "error", error: { code: "BadRequestException", message: TAKEN } });
  });

  it("lets two bookings of one host touch each other", async () => {
    const { calcom } = await salon();
    await calcom("/bookings", { body: bookingAt(TEN) });
    expect((await calcom("/bookings", { body: bookingAt("2026-12-08T09:30:00Z") })).status).toBe(201);
  });

  it("keeps the type's buffers free", async () => {
    const { calcom } = await salon({ afterEventBuffer: 15 });
    await calcom("/bookings", { body: bookingAt("2026-12-08T09:40:00Z") });
    expect((await calcom("/bookings", { body: bookingAt(TEN) })).body.error.message).toBe(TAKEN);
  });

  it("keeps free what another booking's own type asks for around it", async () => {
    const { calcom, steer } = await salon();
    const buffered = { ...HAIRCUT, id: 101, slug: "farbe", beforeEventBuffer: 10, afterEventBuffer: 20 };
    await steer("/calcom/seed", { eventTypes: [buffered] });
    await calcom("/bookings", { body: bookingAt(TEN, { eventTypeId: 101 }) });
    const statuses = [];
    for (const at of ["08:25", "09:45", "08:20", "09:50"]) {
      statuses.push((await calcom("/bookings", { body: bookingAt(`2026-12-08T${at}:00Z`) })).status);
    }
    expect(statuses).toEqual([400, 400, 201, 201]);
  });

  it("refuses unknown properties at every level and names them", async () => {
    const { calcom } = await salon();
    const attendee = { ...bookingAt(TEN).attendee, nickname: "B" };
    const { status, body } = await calcom("/bookings", { body: bookingAt(TEN, { idempotencyKey: "x", attendee }) });
    expect(status).toBe(400);
    expect(body.error.message).toBe("Bad Request Exception");
    const named = body.error.details.errors.map(({ property }: { property: string }) => property);
    expect(named.sort()).toEqual(["attendee.nickname", "idempotencyKey"]);
  });

  it("gives who has only a number an invented address", async () => {
    const { calcom } = await salon();
    const attendee = { name: "Carl", timeZone: "Europe/Berlin", phoneNumber: "+4915112345678" };
    const { body } = await calcom("/bookings", { body: bookingAt(TEN, { attendee }) });
    expect(body.data.attendees[0]).toMatchObject({ email: "4915112345678@sms.cal.com", phoneNumber: "+4915112345678" });
  });

  it("wants an e-mail address or a number", async () => {
    const { calcom } = await salon();
    const attendee = { name: "Carl", timeZone: "Europe/Berlin" };
    expect((await calcom("/bookings", { body: bookingAt(TEN, { attendee }) })).status).toBe(400);
  });

  it("wants the e-mail address where the type does", async () => {
    const { calcom } = await salon({ bookingFields: [{ type: "email", required: true, hidden: false }] });
    const attendee = { name: "Carl", timeZone: "Europe/Berlin", phoneNumber: "+4915112345678" };
    const { status, body } = await calcom("/bookings", { body: bookingAt(TEN, { attendee }) });
    expect([status, body.error.message]).toEqual([400, "Attendee email is required by this event type"]);
  });

  it("replaces even a real address where the e-mail field is hidden", async () => {
    const { calcom } = await salon({ bookingFields: [{ type: "email", required: false, hidden: true }] });
    const attendee = { name: "C", timeZone: "Europe/Berlin", phoneNumber: "+4915112345678", email: "c@example.de" };
    const { body } = await calcom("/bookings", { body: bookingAt(TEN, { attendee }) });
    expect(body.data.attendees[0].email).toBe("4915112345678@sms.cal.com");
  });

  it.each([
    ["more than 50 keys", Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"]))],
    ["a value that is no string", { appointmentId: 7 }],
    ["a value that is too long", { note: "x".repeat(501) }],
    ["a key that is too long", { ["k".repeat(41)]: "v" }],
  ])("refuses metadata with %s", async (_, metadata) => {
    const { calcom } = await salon();
    expect((await calcom("/bookings", { body: bookingAt(TEN, { metadata }) })).status).toBe(400);
  });

  it("refuses the past, and a length the type does not offer", async () => {
    const { calcom } = await salon();
    const past = await calcom("/bookings", { body: bookingAt("2026-12-07T07:00:00Z") });
    expect(past.body.error.message).toBe("Attempting to book a meeting in the past.");
    const long = await calcom("/bookings", { body: bookingAt(TEN, { lengthInMinutes: 45 }) });
    expect(long.body.error.message).toContain("lengthInMinutes");
  });

  it("answers 404 for an event type that nobody made, unless it is told to be open", async () => {
    const closed = await runSandbox();
    expect((await closed.calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(404);
    const open = await runSandbox({ openEventTypes: true });
    const { status, body } = await open.calcom("/bookings", { body: bookingAt(TEN, { lengthInMinutes: 45 }) });
    expect([status, body.data.duration]).toEqual([201, 45]);
  });

  it("refuses times outside the host's schedule once there is one", async () => {
    const { calcom } = await salon();
    const { body } = await calcom("/schedules/default");
    const availability = [{ days: ["Tuesday"], startTime: "09:00", endTime: "10:15" }];
    await calcom(`/schedules/${body.data.id}`, { body: { availability }, method: "PATCH" });
    expect((await calcom("/bookings", { body: bookingAt("2026-12-08T08:00:00Z") })).status).toBe(201);
    expect((await calcom("/bookings", { body: bookingAt(TEN) })).body.error.message).toBe(TAKEN);
  });

  it("answers the same request again with the first booking where a type needs confirmation", async () => {
    const { calcom } = await salon({ confirmationPolicy: { type: "always" } });
    const first = await calcom("/bookings", { body: bookingAt(TEN) });
    const again = await calcom("/bookings", { body: bookingAt(TEN) });
    expect(first.body.data.status).toBe("pending");
    expect(again.body.data.uid).toBe(first.body.data.uid);
  });
});

import { describe, expect, it } from "vitest";
import { bookingAt, KEYS } from "./running-sandbox";
import { salon } from "./salon";

const TEN = "2026-12-08T09:00:00Z";
const ELEVEN = "2026-12-08T10:00:00Z";

describe("moving a booking", () => {
  it("makes a new one, carries what it must and ends the old one", async () => {
    const { calcom } = await salon({ lengthInMinutesOptions: [30, 60] });
    const { body: old } = await calcom("/bookings", { body: bookingAt(TEN, { lengthInMinutes: 60 }) });
    const { status, body } = await calcom(`/bookings/${old.data.uid}/reschedule`, { body: { start: ELEVEN } });
    expect(status).toBe(201);
    expect(body.data.uid).not.toBe(old.data.uid);
    expect(body.data.id).not.toBe(old.data.id);
    expect(body.data).toMatchObject({
      start: "2026-12-08T10:00:00.000Z",
      duration: 30,
      metadata: { appointmentId: "a-1" },
      rescheduledFromUid: old.data.uid,
      icsUid: old.data.icsUid,
    });
    const before = await calcom(`/bookings/${old.data.uid}`);
    expect(before.body.data).toMatchObject({ status: "cancelled", rescheduledToUid: body.data.uid });
  });

  it("may overlap the time it leaves, but no other booking", async () => {
    const { calcom } = await salon();
    const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
    await calcom("/bookings", { body: bookingAt(ELEVEN) });
    const path = `/bookings/${body.data.uid}/reschedule`;
    expect((await calcom(path, { body: { start: "2026-12-08T09:45:00Z" } })).status).toBe(400);
    expect((await calcom(path, { body: { start: "2026-12-08T09:15:00Z" } })).status).toBe(201);
  });

  it("refuses a booking that was moved already and names its successor", async () => {
    const { calcom } = await salon();
    const { body: old } = await calcom("/bookings", { body: bookingAt(TEN) });
    const path = `/bookings/${old.data.uid}/reschedule`;
    const { body: moved } = await calcom(path, { body: { start: ELEVEN } });
    const { status, body } = await calcom(path, { body: { start: TEN } });
    expect(status).toBe(400);
    expect(body.error.message).toContain(moved.data.uid);
  });
});

describe("ending a booking", () => {
  it("wants a reason from the host, in the bare error shape", async () => {
    const { calcom } = await salon();
    const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
    const refused = await calcom(`/bookings/${body.data.uid}/cancel`, { body: {} });
    expect(refused.body).toEqual({ statusCode: 400, message: "Cancellation reason is required when you are the host" });
  });

  it("cancels once, frees the time, and refuses a second time", async () => {
    const { calcom } = await salon();
    const { body } = await calcom("/bookings", { body: bookingAt(TEN) });
    const path = `/bookings/${body.data.uid}/cancel`;
    const cancelled = await calcom(path, { body: { cancellationReason: "krank" } });
    expect([cancelled.status, cancelled.body.data.status]).toEqual([200, "cancelled"]);
    const again = await calcom(path, { body: { cancellationReason: "krank" } });
    expect([again.status, again.body.message]).toEqual([400, "This booking has already been cancelled."]);
    expect((await calcom("/bookings", { body: bookingAt(TEN) })).status).toBe(201);
  });

  it("confirms or declines what is pending, and nothing else", async () => {
    const { calcom } = await salon({ confirmationPolicy: { type: "always" } });
    const first = (await calcom("/bookings", { body: bookingAt(TEN) })).body.data.uid;
    const second = (await calcom("/bookings", { body: bookingAt(ELEVEN) })).body.data.uid;
    expect((await calcom(`/bookings/${first}/confirm`, { body: {} })).body.data.status).toBe("accepted");
    expect((await calcom(`/bookings/${second}/decline`, { body: { reason: "voll" } })).body.data.status).toBe(
      "rejected",
    );
    expect((await calcom(`/bookings/${first}/confirm`, { body: {} })).status).toBe(400);
  });
});

describe("listing bookings", () => {
  async function threeBookings() {
    const sandbox = await salon();
    for (const start of [ELEVEN, TEN, "2026-12-09T09:00:00Z"])
      await sandbox.calcom("/bookings", { body: bookingAt(start) });
    return sandbox;
  }

  it("goes by start, in pages, and says how many there are", async () => {
    const { calcom } = await threeBookings();
    const { body } = await calcom("/bookings?take=2");
    expect(body.data.map(({ start }: { start: string }) => start)).toEqual([
      "2026-12-08T09:00:00.000Z",
      "2026-12-08T10:00:00.000Z",
    ]);
    expect(body.pagination).toMatchObject({
      totalItems: 3,
      remainingItems: 1,
      returnedItems: 2,
      totalPages: 2,
      hasNextPage: true,
    });
    expect((await calcom("/bookings?take=2&skip=2&sortStart=desc")).body.data[0].start).toBe(
      "2026-12-08T09:00:00.000Z",
    );
  });

  it("finds a booking in its window by event type, which is how a lost answer is found again", async () => {
    const { calcom } = await threeBookings();
    const window = "afterStart=2026-12-08T10:00:00Z&beforeEnd=2026-12-08T10:30:00Z";
    expect((await calcom(`/bookings?${window}&eventTypeIds=100`)).body.data).toHaveLength(1);
    expect((await calcom(`/bookings?${window}&eventTypeIds=101`)).body.data).toHaveLength(0);
  });

  it("tells statuses apart", async () => {
    const { calcom } = await threeBookings();
    const { uid } = (await calcom("/bookings?take=1")).body.data[0];
    await calcom(`/bookings/${uid}/cancel`, { body: { cancellationReason: "krank" } });
    expect((await calcom("/bookings?status=upcoming")).body.data).toHaveLength(2);
    expect((await calcom("/bookings?status=upcoming,cancelled")).body.data).toHaveLength(3);
  });

  it("counts past the filter by change time, as the real one does", async () => {
    const { calcom } = await threeBookings();
    const { body } = await calcom("/bookings?afterUpdatedAt=2027-01-01T00:00:00Z");
    expect([body.data.length, body.pagination.totalItems]).toEqual([0, 3]);
  });

  it("refuses more than 250 at once and filters it does not know", async () => {
    const { calcom } = await salon();
    expect((await calcom("/bookings?take=251")).status).toBe(400);
    expect((await calcom("/bookings?metadata=x")).status).toBe(400);
  });

  it("shows one account nothing of another", async () => {
    const { calcom } = await threeBookings();
    const { uid } = (await calcom("/bookings?take=1")).body.data[0];
    const key = KEYS.calcomApiKeys[1] ?? "";
    expect((await calcom("/bookings", { key })).body.data).toEqual([]);
    expect((await calcom(`/bookings/${uid}`, { key })).status).toBe(404);
  });
});

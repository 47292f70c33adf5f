import { describe, expect, it } from "vitest";
import { MINUTE } from "@/server/core/time";
import { HIDDEN, hidePeople } from "@/server/webhooks/rules/hide-people";
import { canReplay } from "@/server/webhooks/rules/replay";

const now = new Date("2026-12-01T08:00:00Z");
const facts = { receivedAt: new Date(now.getTime() - MINUTE), hasPayload: true };

describe("a second try", () => {
  it.each(["processed", "failed"] as const)("is there for what has %s", (status) => {
    expect(canReplay({ ...facts, status }, now)).toBe(true);
    expect(canReplay({ ...facts, status, hasPayload: false }, now)).toBe(false);
  });

  it.each(["duplicate", "rejected"] as const)("is never there for one that was %s", (status) => {
    expect(canReplay({ ...facts, status }, now)).toBe(false);
  });

  it("is there for what waits only once its job must have been lost", () => {
    expect(canReplay({ ...facts, status: "received" }, now)).toBe(false);
    const receivedAt = new Date(now.getTime() - 31 * MINUTE);
    expect(canReplay({ ...facts, receivedAt, status: "received" }, now)).toBe(true);
  });
});

it("shows the shape of a delivery, and nobody in it", () => {
  const payload = {
    triggerEvent: "BOOKING_CREATED",
    createdAt: "2026-12-01T08:00:00.000Z",
    payload: {
      uid: "abc",
      length: 30,
      title: "Schnitt mit Nina",
      attendees: [{ name: "Nina", timeZone: "Europe/Berlin" }],
    },
    responses: { anything: "Nina", empty: "" },
    seats: null,
  };
  expect(hidePeople(payload)).toEqual({
    triggerEvent: "BOOKING_CREATED",
    createdAt: "2026-12-01T08:00:00.000Z",
    payload: { uid: "abc", length: 30, title: HIDDEN, attendees: [{ name: HIDDEN, timeZone: "Europe/Berlin" }] },
    responses: { anything: HIDDEN, empty: "" },
    seats: null,
  });
});

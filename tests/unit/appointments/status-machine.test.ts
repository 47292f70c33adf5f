import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTransition } from "@/server/appointments/rules/status";
import { isRefused, type LastStep, readUndo } from "@/server/appointments/rules/undo";
import type { AppointmentStatus } from "@/server/appointments/schema";

const STATUSES: AppointmentStatus[] = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"];
/** The specification's arrows, written out: nothing here is read from the code that it judges. */
const ARROWS = [
  "pending>confirmed",
  "confirmed>in_progress",
  "in_progress>completed",
  "pending>cancelled",
  "pending>no_show",
  "confirmed>cancelled",
  "confirmed>no_show",
];
const MINUTE = 60_000;

interface World {
  status: AppointmentStatus;
  last: LastStep | null;
}

/** One try: the machine's answer, and how things stand afterwards. */
function step(world: World, to: AppointmentStatus, at: number): World & { isRefused: boolean } {
  if (checkTransition(world.status, to)) return { ...world, isRefused: true };
  const type = to === "cancelled" ? "cancelled" : "status_changed";
  const last = { type, oldValues: { status: world.status }, newValues: { status: to }, occurredAt: new Date(at) };
  return { status: to, last, isRefused: false };
}

function undo(world: World, at: number): World & { isRefused: boolean } {
  const answer = readUndo({ ...world, now: new Date(at) });
  if (isRefused(answer)) return { ...world, isRefused: true };
  const values = { oldValues: { status: world.status }, newValues: { status: answer.to } };
  return { status: answer.to, last: { type: "restored", ...values, occurredAt: new Date(at) }, isRefused: false };
}

const action = fc.record({
  to: fc.constantFrom(...STATUSES, "undo" as const),
  minutes: fc.integer({ min: 0, max: 20 }),
});

describe("the status machine", () => {
  it("goes along its arrows, and back along the last one for a quarter of an hour, whatever is tried", () => {
    fc.assert(
      fc.property(fc.constantFrom("pending" as const, "confirmed" as const), fc.array(action), (first, actions) => {
        let world: World = { status: first, last: null };
        let way: { from: AppointmentStatus; at: number } | null = null;
        let at = 0;
        for (const { to, minutes } of actions) {
          at += minutes * MINUTE;
          const before: AppointmentStatus = world.status;
          if (to === "undo") {
            const mayUndo: boolean = way !== null && at - way.at < 15 * MINUTE;
            const after = undo(world, at);
            expect(after.isRefused).toBe(!mayUndo);
            if (mayUndo) expect(after.status).toBe(way?.from);
            if (mayUndo) way = null;
            world = after;
          } else {
            const isArrow = ARROWS.includes(`${before}>${to}`);
            const after = step(world, to, at);
            expect(after.isRefused).toBe(!isArrow);
            expect(after.status).toBe(isArrow ? to : before);
            if (isArrow) way = { from: before, at };
            world = after;
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("names the status that stands in the way", () => {
    expect(checkTransition("completed", "cancelled")).toEqual({
      code: "INVALID_TRANSITION",
      reason: "is_completed",
      details: { from: "completed", to: "cancelled" },
    });
  });

  it("takes back no move, no booking and nothing that was taken back", () => {
    const now = new Date(0);
    const reasonAfter = (type: string) => {
      const values = { oldValues: { status: "pending" }, newValues: { status: "confirmed" } };
      const answer = readUndo({ status: "confirmed", last: { type, ...values, occurredAt: now }, now });
      return isRefused(answer) ? answer.reason : null;
    };
    for (const type of ["created", "rescheduled", "reassigned", "restored"])
      expect(reasonAfter(type)).toBe("nothing_to_undo");
    expect(reasonAfter("status_changed")).toBeNull();
  });
});

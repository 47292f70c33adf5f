import { beforeAll, describe, expect, it } from "vitest";
import { companyIdOf } from "@/prisma/seed/business";
import { salonLindner } from "@/prisma/seed/businesses/salon-lindner";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { findClaims } from "@/server/calls/rules/claims";
import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";

// A Thursday noon, so that today is half over; the past year crosses both clock changes.
const now = new Date("2026-11-19T11:34:56.789Z");
const keys = { calcomApiKey: "cal_test", calcomWebhookSecret: "secret_test" };
const salon = companyIdOf(salonLindner);
const db = platformClient();
beforeAll(async () => {
  expect(await seedDemo(db, { now, keys })).toBe(true);
});

/** What the Bundesnetzagentur keeps for film and fiction. */
const RESERVED = new RegExp(
  `^\\+49(${[
    "17139200\\d\\d",
    "176040690\\d\\d",
    "15228817386|15228895456|15254599371",
    "1729925904|1729968532|1729973185|1729973186|1729980752",
    "1749091317|1749464308",
    "(3023125|6990009|4066969|2214710|8999998)\\d{3}",
  ].join("|")})$`,
);

describe("customers", () => {
  it("are counted as their appointments and calls say", async () => {
    const wrong = await db.$queryRaw`
      SELECT c.last_name FROM customers c
      LEFT JOIN LATERAL (
        SELECT count(*) AS total, count(*) FILTER (WHERE status = 'completed') AS completed,
          count(*) FILTER (WHERE status = 'cancelled') AS cancelled, count(*) FILTER (WHERE status = 'no_show') AS missed,
          coalesce(sum(price_cents) FILTER (WHERE status = 'completed'), 0) AS cents,
          max(starts_at) FILTER (WHERE status = 'completed') AS last_at
        FROM appointments a WHERE a.customer_id = c.id) a ON true
      WHERE (c.appointment_count, c.completed_count, c.cancelled_count, c.no_show_count, c.total_revenue_cents)
          IS DISTINCT FROM (a.total, a.completed, a.cancelled, a.missed, a.cents)
        OR c.last_appointment_at IS DISTINCT FROM a.last_at
        OR c.call_count <> (SELECT count(*) FROM calls k WHERE k.customer_id = c.id)`;
    expect(wrong).toEqual([]);
  });

  it("have only numbers that nobody real has", async () => {
    const phones = await db.customerPhone.findMany();
    for (const { e164 } of phones) expect(e164).toMatch(RESERVED);
    const shared = new Map<string, number>();
    for (const { companyId, e164 } of phones) if (companyId === salon) shared.set(e164, (shared.get(e164) ?? 0) + 1);
    expect([...shared.values()].filter((count) => count > 1).length).toBeGreaterThan(3);
    const callers = await db.call.findMany({ where: { fromNumber: { not: null } } });
    for (const { fromNumber } of callers) expect(fromNumber).toMatch(RESERVED);
  });

  it("are spread over the whole journey", async () => {
    const stages = await db.customer.groupBy({ by: ["journeyStageId"], where: { companyId: salon }, _count: true });
    expect(stages).toHaveLength(7);
  });
});

describe("calls", () => {
  it("say booked exactly where an appointment came of them", async () => {
    const calls = await db.call.findMany({ include: { appointments: true } });
    for (const call of calls) {
      expect(call.outcome === "booked").toBe(call.appointments.length === 1);
      expect(call.isAppointmentMade).toBe(call.outcome === "booked");
      for (const appointment of call.appointments) {
        expect(appointment).toMatchObject({ source: "phone", customerId: call.customerId, branchId: call.branchId });
        expect(appointment.createdAt >= call.startedAt && appointment.createdAt <= (call.endedAt ?? now)).toBe(true);
      }
    }
  });

  it("changed what they say they changed", async () => {
    const changed = await db.call.findMany({ where: { outcome: { in: ["rescheduled", "cancelled"] } } });
    expect(changed.length).toBeGreaterThan(30);
    for (const { id, outcome } of changed) {
      const actor = { path: ["callId"], equals: id };
      const changes = await db.appointmentModification.findMany({ where: { actor, type: outcome as "cancelled" } });
      expect(changes).toHaveLength(1);
    }
    const callbacks = await db.call.count({ where: { companyId: salon, outcome: "callback" } });
    expect(await db.callbackRequest.count({ where: { companyId: salon, callId: { not: null } } })).toBe(callbacks);
    const open = await db.callbackRequest.findMany({ where: { companyId: salon, status: "open" } });
    expect(open).toHaveLength(6);
    expect(open.filter(({ dueAt }) => dueAt < now).length).toBeGreaterThan(0);
    for (const { createdAt } of open) expect(now.getTime() - createdAt.getTime()).toBeLessThan(27 * HOUR);
  });

  it("belong to the customer whose number it is, and were over in time", async () => {
    const calls = await db.call.findMany({ include: { customer: { include: { customerPhones: true } } } });
    for (const { fromNumber, customer, startedAt, endedAt, transcript, transcriptTurns, consent } of calls) {
      if (customer) expect(customer.customerPhones.map(({ e164 }) => e164)).toContain(fromNumber);
      expect(startedAt > new Date(now.getTime() - 62 * 24 * HOUR) && (endedAt ?? now) < now).toBe(true);
      const turns = (transcriptTurns ?? []) as { start: number; end: number; text: string }[];
      expect(turns.length === 0).toBe(consent === "none");
      expect(transcript === null).toBe(consent === "none");
      turns.forEach((turn, index) => {
        expect(turn.end > turn.start && turn.start >= (turns[index - 1]?.end ?? 0)).toBe(true);
      });
    }
  });

  it("claim no booking that is not there", async () => {
    for (const { transcriptTurns, outcome } of await db.call.findMany()) {
      const claim = findClaims((transcriptTurns ?? []) as never).find(({ kind }) => kind === "booking");
      if (claim) expect(outcome, claim.sentence).toBe("booked");
    }
    expect(await db.call.count({ where: { transcript: { contains: "Ihr Termin steht" } } })).toBeGreaterThan(150);
  });

  it("read differently", async () => {
    const calls = await db.call.findMany({ where: { companyId: salon, transcript: { not: null } } });
    const transcripts = new Set(calls.map(({ transcript }) => transcript));
    expect(transcripts.size).toBeGreaterThan(calls.length * 0.85);
    for (const text of transcripts) expect(text).not.toMatch(/\{|\}|undefined|null|NaN/);
  });
});

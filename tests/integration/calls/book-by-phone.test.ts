import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine, setPolicy } from "../../support/salon-line";
import { ask, invocationsOf, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
const sunday = coming(0);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const appointments = () =>
  platformClient().appointment.findMany({ where: ours(), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

/** Somebody in the salon takes that time. */
async function takeFromOutside(startsAt: Date) {
  const { company, cut, julia } = salon;
  const other = await createCustomer(company, { phone: null });
  return bookAppointment(ownerOf(company, new Date()), {
    customerId: other.id,
    branchId: company.branchId,
    serviceId: cut.id,
    staffId: julia.id,
    startsAt,
    source: "portal",
  });
}

async function offered(time = "10:00", call = salon.call) {
  const answer = await ask("check-availability", call, { service: "Damenhaarschnitt", date: wednesday, time });
  return answer.slot ?? answer.next_available_slots[0];
}

describe("booking", () => {
  it("takes the offered slot for the one who rings", async () => {
    const slot = await offered();
    const answer = await ask("book-appointment", salon.call, { slot_id: slot.slot_id, customer_notes: "Kurz, bitte" });
    expect(answer).toMatchObject({
      status: "ok",
      success: true,
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      staff_name: "Julia Berg",
      confirmation_message: answer.say,
    });
    expect(answer.calendar_link).toMatch(/^http.*calendar\.ics$/);
    expect(answer.say).toMatch(/^Ihr Termin ist gebucht: Damenhaarschnitt bei Julia Berg, Mittwoch, den/);
    const [row] = await appointments();
    expect(row).toMatchObject({
      id: answer.appointment_id,
      customerId: salon.anna.id,
      staffId: salon.julia.id,
      serviceId: salon.cut.id,
      source: "phone",
      status: "confirmed",
      notes: "Kurz, bitte",
      explanation: {
        heard: { service: "Damenhaarschnitt" },
        chosen: { slot_id: slot.slot_id },
        understood: expect.any(String),
      },
    });
    const call = await platformClient().call.findFirstOrThrow({ where: ours() });
    expect(row?.callId).toBe(call.id);
    expect(call).toMatchObject({ customerId: salon.anna.id, retellCallId: salon.call.call_id, status: "ongoing" });
  });

  it("takes an exact time of a named service", async () => {
    const answer = await ask("book-appointment", salon.call, {
      starts_at: iso(wednesday, 14),
      service: "Massage",
      staff_id: salon.julia.id,
    });
    expect(answer).toMatchObject({ status: "ok", starts_at: iso(wednesday, 14), ends_at: iso(wednesday, 15) });
  });

  it("makes one appointment of the same request, also in parallel, and answers as the first time", async () => {
    const slot = await offered();
    const book = () => ask("book-appointment", salon.call, { slot_id: slot.slot_id });
    const answers = await Promise.all([book(), book(), book()]);
    answers.push(
      await book(),
      await ask("book-appointment", salon.call, { slot_id: slot.slot_id, customer_name: "Anna Schneider" }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: "ok" });
    expect(await appointments()).toHaveLength(1);
  });

  it("makes one appointment of the same time said in other words", async () => {
    const slot = await offered();
    const first = await ask("book-appointment", salon.call, { slot_id: slot.slot_id });
    const again = await ask("book-appointment", salon.call, {
      starts_at: slot.starts_at,
      service: "Damenhaarschnitt",
      staff: "Julia",
    });
    expect(again.appointment_id).toBe(first.appointment_id);
    expect(await appointments()).toHaveLength(1);
  });

  it("gives the last free time to one of two callers, and alternatives to the other", async () => {
    const callers = [1, 2, 3, 4].map((n) => ringing(salon.company, { from_number: `+49302312502${n}` }));
    const answers = await Promise.all(
      callers.map((call, i) =>
        ask("book-appointment", call, {
          starts_at: iso(wednesday, 9),
          service: "Massage",
          customer_name: `Kunde Nummer${i}`,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual(["conflict", "conflict", "conflict", "ok"]);
    for (const lost of answers.filter(({ status }) => status === "conflict")) {
      expect(lost.next_available_slots.length).toBeGreaterThan(0);
      expect(lost.say).toMatch(/^Dieser Termin ist gerade vergeben worden\./);
    }
    expect(await appointments()).toHaveLength(1);
    expect(await platformClient().customer.count({ where: ours() })).toBe(2);
  });

  it("books an offer that has expired, as long as nobody took it", async () => {
    const slot = await offered();
    await platformClient().slotHold.updateMany({ where: ours(), data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await ask("book-appointment", salon.call, { slot_id: slot.slot_id })).toMatchObject({
      status: "ok",
      starts_at: slot.starts_at,
    });
  });

  it("answers with newly held alternatives when somebody took an expired offer", async () => {
    const slot = await offered();
    await platformClient().slotHold.updateMany({ where: ours(), data: { expiresAt: new Date(Date.now() - 1000) } });
    await takeFromOutside(new Date(slot.starts_at));
    const answer = await ask("book-appointment", salon.call, { slot_id: slot.slot_id });
    expect(answer).toMatchObject({ status: "conflict", success: false });
    const [next] = answer.next_available_slots;
    expect(await ask("book-appointment", salon.call, { slot_id: next.slot_id })).toMatchObject({
      status: "ok",
      starts_at: next.starts_at,
    });
  });

  it("still knows an offer of an earlier question", async () => {
    const first = await offered("10:00");
    await offered("15:00");
    expect(await ask("book-appointment", salon.call, { slot_id: first.slot_id })).toMatchObject({
      status: "ok",
      starts_at: first.starts_at,
    });
  });

  it("does not know another call's offer", async () => {
    const slot = await offered();
    const other = ringing(salon.company, { from_number: "+493023125008" });
    const answer = await ask("book-appointment", other, { slot_id: slot.slot_id, customer_name: "Peter Schnell" });
    expect(answer).toMatchObject({ status: "needs_input", missing: ["slot_id"] });
    expect(await appointments()).toEqual([]);
  });

  it.each([
    [{}, "needs_input", ["service"]],
    [{ service: "Massage" }, "needs_input", ["date", "time"]],
    [{ service: "Massage", date: wednesday }, "needs_input", ["time"]],
    [{ service: "Massage", starts_at: "2020-01-01T10:00:00+01:00" }, "unavailable", undefined],
    [{ service: "Massage", starts_at: iso(sunday, 10) }, "unavailable", undefined],
  ])("answers %o without an appointment", async (args, status, missing) => {
    const answer = await ask("book-appointment", salon.call, args);
    expect(answer.status).toBe(status);
    if (missing) expect(answer.missing).toEqual(missing);
    expect(await appointments()).toEqual([]);
  });

  it("stops somebody who books without end", async () => {
    await setPolicy(salon, "booking", { maxPerHour: 1 });
    await ask("book-appointment", salon.call, { starts_at: iso(wednesday, 9), service: "Massage" });
    const answer = await ask("book-appointment", salon.call, { starts_at: iso(wednesday, 11), service: "Massage" });
    expect(answer).toMatchObject({ status: "not_allowed", next_function: "request-callback" });
    expect(await appointments()).toHaveLength(1);
  });
});

describe("every request", () => {
  it("is stored with its answer and announced", async () => {
    await ask("check-availability", salon.call, { service: "Massage" });
    expect(await invocationsOf(ours())).toMatchObject([
      {
        name: "check-availability",
        arguments: { service: "Massage" },
        status: "needs_input",
        isSuccess: false,
        result: { say: "Wann möchten Sie kommen?" },
        durationMs: expect.any(Number),
      },
    ]);
    expect(
      await platformClient().outboxEvent.findMany({ where: { ...ours(), name: "call/function.called" } }),
    ).toMatchObject([{ payload: { name: "check-availability", status: "needs_input" } }]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine, setPolicy } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
const thursday = coming(4);
beforeEach(async () => {
  salon = await createSalonLine();
});

async function book(startsAt = at(wednesday, 10), customerId = salon.anna.id): Promise<string> {
  const { company, cut, julia } = salon;
  const wish = { customerId, branchId: company.branchId, serviceId: cut.id, staffId: julia.id, startsAt };
  const { appointment } = await bookAppointment(ownerOf(company, new Date()), { ...wish, source: "portal" });
  return appointment.id;
}

const statusOf = async (id: string) => (await platformClient().appointment.findUniqueOrThrow({ where: { id } })).status;

/** The number alone is enough: for tests of what comes after. */
const trusting = () =>
  platformClient().company.update({
    where: { id: salon.company.companyId },
    data: { settings: { verification: "none" } },
  });

describe("cancelling", () => {
  it("reads the policy's warning out first, and does it on a yes", async () => {
    await trusting();
    await setPolicy(salon, "cancellation", { minHoursNotice: 24 * 365, feeCents: 1500, violationAction: "charge_fee" });
    const id = await book();
    const warned = await ask("cancel-appointment", salon.call, { appointment_id: id });
    expect(warned).toMatchObject({
      status: "needs_input",
      needs_confirmation: true,
      policy: { allowed: false, violation: true, fee_cents: 1500, reason: "short_notice" },
    });
    expect(warned.say).toBe(
      "Der Termin ist schon sehr bald, und es fallen 15 Euro an. Soll ich den Termin trotzdem absagen?",
    );
    expect(await statusOf(id)).toBe("confirmed");
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, confirm: true })).toMatchObject({
      status: "ok",
      fee_cents: 1500,
      say: expect.stringContaining("15 Euro"),
    });
  });

  it("hears no yes to a warning that nobody has read out", async () => {
    await trusting();
    const late = { minHoursNotice: 24 * 365, violationAction: "charge_fee" };
    await setPolicy(salon, "cancellation", { ...late, feeCents: 1500 });
    const [id, other] = [await book(), await book(at(thursday, 10))];
    const yes = (appointment_id: string, call = salon.call) =>
      ask("cancel-appointment", call, { appointment_id, confirm: true });
    const warning = { status: "needs_input", needs_confirmation: true, fee_cents: 1500 };
    expect(await yes(id)).toMatchObject(warning);
    expect(await statusOf(id)).toBe("confirmed");
    // Neither what was said of another appointment counts, nor what was said in another call, nor another fee.
    expect(await yes(other)).toMatchObject(warning);
    expect(await yes(id, ringing(salon.company, { from_number: salon.number }))).toMatchObject(warning);
    const { companyId } = salon.company;
    await platformClient().policyConfiguration.updateMany({
      where: { companyId },
      data: { config: { ...late, feeCents: 2500 } },
    });
    expect(await yes(id)).toMatchObject({ ...warning, fee_cents: 2500 });
    expect([await statusOf(id), await statusOf(other)]).toEqual(["confirmed", "confirmed"]);
    expect(await yes(id)).toMatchObject({ status: "ok", fee_cents: 2500 });
    expect(await statusOf(id)).toBe("cancelled");
  });

  it("is not possible against the rules", async () => {
    await trusting();
    await setPolicy(salon, "cancellation", { minHoursNotice: 24 * 365, violationAction: "block" });
    const id = await book();
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, confirm: true })).toMatchObject({
      status: "not_allowed",
      needs_confirmation: false,
      next_function: "request-callback",
    });
    expect(await statusOf(id)).toBe("confirmed");
  });

  it("takes the only appointment when none is named, and asks which of several", async () => {
    await trusting();
    const id = await book();
    expect(await ask("cancel-appointment", salon.call, {})).toMatchObject({ status: "ok", appointment_id: id });
    await book(at(wednesday, 12));
    await book(at(thursday, 12));
    expect(await ask("cancel-appointment", salon.call, { reason: "anderer" })).toMatchObject({
      status: "needs_input",
      missing: ["appointment_id"],
    });
  });

  it("says that there is none", async () => {
    await trusting();
    expect(await ask("cancel-appointment", salon.call, {})).toMatchObject({
      status: "unavailable",
      reason: "no_appointment",
    });
  });

  it("never reaches somebody else's appointment", async () => {
    await trusting();
    const other = await createCustomer(salon.company, { phone: "+493023125011" });
    const id = await book(at(wednesday, 10), other.id);
    expect((await ask("cancel-appointment", salon.call, { appointment_id: id })).status).toBe("unavailable");
    expect(await statusOf(id)).toBe("confirmed");
    const hidden = await ask("cancel-appointment", ringing(salon.company, { from_number: "anonymous" }), {
      appointment_id: id,
    });
    expect(hidden).toMatchObject({ status: "not_allowed", identity_level: 0 });
  });
});

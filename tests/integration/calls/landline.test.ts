import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

const LANDLINE = "+493023125017";
let salon: SalonLine;
beforeEach(async () => {
  salon = await createSalonLine();
});

/** Somebody who rings from where no text message arrives, and their appointment. */
async function ring(birthdate?: Date) {
  const { company, cut, julia } = salon;
  const caller = await createCustomer(company, { firstName: "Heinz", lastName: "Fest", phone: LANDLINE, birthdate });
  const wish = { customerId: caller.id, branchId: company.branchId, serviceId: cut.id, staffId: julia.id };
  const startsAt = at(coming(3), 10);
  const { appointment } = await bookAppointment(ownerOf(company, new Date()), { ...wish, startsAt, source: "portal" });
  return { call: ringing(company, { from_number: LANDLINE }), appointment_id: appointment.id };
}

const codes = () =>
  platformClient().outboxEvent.count({
    where: { companyId: salon.company.companyId, name: "call/verification.requested" },
  });
const statusOf = async (id: string) => (await platformClient().appointment.findUniqueOrThrow({ where: { id } })).status;

it.each(["cancel-appointment", "send-code"])("is told no code on %s, but that somebody can ring back", async (name) => {
  const { call, appointment_id } = await ring();
  const answer = await ask(name, call, name === "send-code" ? {} : { appointment_id });
  expect(answer).toMatchObject({
    ...{ status: "not_allowed", reason: "landline", next_function: "request-callback" },
    say: expect.stringContaining("Festnetz"),
  });
  expect(await codes()).toBe(0);
  expect(await statusOf(appointment_id)).toBe("confirmed");
});

it("proves itself by the date of birth instead, where one is known", async () => {
  const { call, appointment_id } = await ring(new Date("1948-05-23"));
  const cancel = (said = {}) => ask("cancel-appointment", call, { appointment_id, ...said });
  expect(await cancel()).toMatchObject({ status: "needs_input", needs: ["birthdate"] });
  expect(await cancel({ code: "123456" })).toMatchObject({ status: "needs_input", needs: ["birthdate"] });
  expect(await cancel({ birthdate: "24.05.1948" })).toMatchObject({ status: "needs_input", needs: ["birthdate"] });
  expect(await cancel({ birthdate: "23.05.1948" })).toMatchObject({ status: "ok" });
  expect(await statusOf(appointment_id)).toBe("cancelled");
  expect(await codes()).toBe(0);
});

import { expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer, createService, createStaff } from "../../support/factories";
import { createSalonLine } from "../../support/salon-line";
import { createNeed, createResource, createSession } from "../../support/scheduling";
import { ask } from "../../support/telephone";

const wednesday = coming(3);

it("is told of the only room as of a person: somebody was quicker", async () => {
  const { company, massage, julia, call } = await createSalonLine();
  const room = await createResource(company);
  await createNeed(company, { serviceId: massage.id, resourceId: room.id, quantity: 1 });
  await createStaff(company, { name: "Sofia Kern", serviceIds: [massage.id] });
  const { id: customerId } = await createCustomer(company, { phone: null });
  const wish = { customerId, branchId: company.branchId, serviceId: massage.id, staffId: julia.id };
  await bookAppointment(ownerOf(company, new Date()), { ...wish, startsAt: at(wednesday, 10), source: "portal" });
  const asked = { service: "Massage", starts_at: iso(wednesday, 10), staff: "Sofia" };
  const answer = await ask("book-appointment", call, asked);
  expect(answer).toMatchObject({ status: "conflict", reason: "Da ist der Raum dafür leider schon vergeben." });
  expect(answer.say).toMatch(/^Dieser Termin ist gerade vergeben worden\./);
});

it("is told of the last place in a class in the same way", async () => {
  const { company, julia, call } = await createSalonLine();
  const yoga = await createService(company, { name: "Yoga", durationMinutes: 60, capacity: 12 });
  const [startsAt, endsAt] = [at(wednesday, 10), at(wednesday, 11)];
  await createSession(company, { serviceId: yoga.id, staffId: julia.id, startsAt, endsAt, capacity: 1 });
  const { id: customerId } = await createCustomer(company, { phone: null });
  const wish = { customerId, branchId: company.branchId, serviceId: yoga.id };
  await bookAppointment(ownerOf(company, new Date()), { ...wish, startsAt, source: "portal" });
  const answer = await ask("book-appointment", call, { service: "Yoga", starts_at: iso(wednesday, 10) });
  expect(answer).toMatchObject({ status: "conflict", reason: "Der Kurs ist da leider schon voll." });
});

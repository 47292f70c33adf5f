import { beforeEach, describe, expect, it } from "vitest";
import { listActivity } from "@/server/analytics/queries/list-activity";
import { getCalendar } from "@/server/appointments/calendar/queries/get-calendar";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { exportModifications } from "@/server/appointments/modifications/commands/export-modifications";
import { listModifications } from "@/server/appointments/modifications/queries/list-modifications";
import { listModificationsInput } from "@/server/appointments/modifications/schema";
import { calendarLink } from "@/server/appointments/queries/calendar-link";
import { findCustomerHistory } from "@/server/appointments/queries/find-customer-history";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { getCalendarFile } from "@/server/appointments/queries/get-calendar-file";
import { listAppointments } from "@/server/appointments/queries/list-appointments";
import { listCallAppointments } from "@/server/appointments/queries/list-call-appointments";
import { listAppointmentsInput } from "@/server/appointments/schema";
import { findComingAppointments } from "@/server/availability/repository/stranded-appointments";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { loadFacts } from "@/server/notifications/commands/load-facts";
import { previewMessage } from "@/server/notifications/queries/preview-message";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createService } from "../../support/factories";
import { createComposite } from "../../support/scheduling";

let ours: BookableCompany;
let visitId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  const wash = await createService(ours.company, { name: "Waschen", durationMinutes: 15, priceCents: 500 });
  const booked = await bookAppointment(owner(), {
    ...{ ...wishOf(ours, wednesdayAt(10)), serviceId: wash.id, staffId: null },
    followedBy: [{ serviceId: ours.service.id }],
  });
  visitId = booked.appointment.id;
});

const owner = () => ownerOf(ours.company);
const customerId = () => ours.customer.id;
const tokenOf = (appointmentId: string) => new URL(calendarLink(appointmentId)).pathname.split("/")[2] ?? "";
const WHOLE = "Waschen + Haarschnitt";

describe("a visit of several services", () => {
  it("is called by all of them, in a list and by itself", async () => {
    const { items } = await listAppointments(owner(), listAppointmentsInput.parse({ customerId: customerId() }));
    expect(items).toMatchObject([
      { service: { name: "Waschen" }, services: [{ name: "Waschen" }, { name: "Haarschnitt" }], serviceName: WHOLE },
    ]);
    expect(await getAppointment(owner(), { appointmentId: visitId })).toMatchObject({ serviceName: WHOLE });
  });

  it("bears the names that its services have today", async () => {
    await platformClient().service.update({ where: { id: ours.service.id }, data: { name: "Schnitt" } });
    expect(await getAppointment(owner(), { appointmentId: visitId })).toMatchObject({
      serviceName: "Waschen + Schnitt",
    });
  });

  it("is called so wherever it is told of", async () => {
    const changes = await listModifications(owner(), listModificationsInput.parse({ appointmentId: visitId }));
    expect(changes.items).toMatchObject([{ serviceName: WHOLE }]);
    let table = "";
    for await (const part of exportModifications(owner(), { appointmentId: visitId })) table += part;
    expect(table).toContain(WHOLE);
    expect(await listActivity(owner(), { limit: 5, withCalls: false })).toMatchObject([
      { appointment: { serviceName: WHOLE } },
    ]);
    expect((await findCustomerHistory(owner(), { customerId: customerId() })).next).toMatchObject({
      serviceName: WHOLE,
    });
    expect(await getCalendarFile({ token: tokenOf(visitId) })).toContain(`SUMMARY:${WHOLE}`);
    const told = await transact(owner(), async (tx) => ({
      facts: await loadFacts(tx, { appointmentId: visitId }),
      inTheWay: await findComingAppointments(tx, { from: wednesdayAt(8), until: null }),
    }));
    expect(told).toMatchObject({
      facts: { appointment: { serviceName: WHOLE } },
      inTheWay: [{ id: visitId, serviceName: WHOLE }],
    });
  });

  it("is called so in the calendar, and in the message that is about to go out", async () => {
    const { entries } = await getCalendar(owner(), { date: "2026-12-02", dayCount: 1 });
    expect(entries).toMatchObject([{ id: visitId, serviceName: WHOLE }]);
    const [first, second] = (await getAppointment(owner(), { appointmentId: visitId })).services;
    const subject = { customerId: customerId(), branchId: ours.company.branchId, staffId: ours.staff.id };
    const previews = await previewMessage(owner(), {
      ...{ what: "booked", ...subject, startsAt: wednesdayAt(12) },
      ...{ serviceId: first?.id, followedBy: [{ serviceId: second?.id ?? "" }] },
    });
    expect(previews.length).toBeGreaterThan(0);
    for (const { body } of previews) expect(body).toContain(WHOLE);
  });

  it("is called so in the call that it was booked in", async () => {
    const { companyId, branchId } = ours.company;
    const id = newId();
    const known = { id, companyId, branchId, retellCallId: `call_${id}`, durationSec: 60 };
    const kind = { direction: "inbound", status: "ended", outcome: "info", startedAt: new Date() } as const;
    const { id: callId } = await platformClient().call.create({ data: { ...known, ...kind } });
    await platformClient().appointment.update({ where: { id: visitId }, data: { callId } });
    expect(await listCallAppointments(owner(), { callId })).toMatchObject([{ serviceName: WHOLE }]);
  });
});

it("calls an appointment with one service by that, also one that consists of parts", async () => {
  const colour = await createComposite(
    ours.company,
    [
      { name: "Auftragen", durationMinutes: 30 },
      { name: "Schneiden", durationMinutes: 30 },
    ],
    { name: "Färben" },
  );
  const wish = { ...wishOf(ours, wednesdayAt(14)), serviceId: colour.id, staffId: null };
  const { appointment } = await bookAppointment(owner(), wish);
  expect(appointment).toMatchObject({ serviceName: "Färben", services: [{ id: colour.id, name: "Färben" }] });
});

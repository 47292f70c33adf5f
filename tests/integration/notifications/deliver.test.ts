import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { platformClient } from "@/server/core/db";
import { deliverNotification } from "@/server/notifications/commands/deliver-notification";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  book,
  createSalon,
  deliverAll,
  job,
  remind,
  rowsOf,
  type Salon,
  sentTo,
  setNow,
  steer,
  tell,
  withProviders,
} from "./salon";

withProviders();
let ours: Salon;
/** Far enough after the clock of the actors that reminders can be scheduled. */
const friday = new Date("2026-12-04T09:00:00Z");

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  setNow(NOW);
  ours = await createSalon();
});

const sent = () => sentTo(ours.phone, ours.email);

describe("what customers hear", () => {
  it("confirms a booking by text message and e-mail, once, however often the event comes", async () => {
    const id = await book(ours);
    await tell(ours, id, "booked");
    await tell(ours, id, "booked");
    await deliverAll(ours);
    const messages = await sent();
    expect(messages.map(({ channel }) => channel).sort()).toEqual(["email", "sms"]);
    for (const { text } of messages) expect(text).toMatch(/2\. Dezember[\s\S]*10:00/);
    expect((await rowsOf(ours)).map(({ status, providerMessageId }) => [status, typeof providerMessageId])).toEqual([
      ["sent", "string"],
      ["sent", "string"],
    ]);
  });

  it("tells of a cancellation and drops what no longer holds", async () => {
    const id = await book(ours);
    await tell(ours, id, "booked");
    await cancelAppointment(ownerOf(ours.company), { appointmentId: id, isConfirmed: true, notifyCustomer: true });
    await tell(ours, id, "cancelled");
    await deliverAll(ours);
    const rows = await rowsOf(ours);
    expect(rows.map(({ eventType, status }) => `${eventType} ${status}`).sort()).toEqual([
      "appointment_cancelled sent",
      "appointment_cancelled sent",
      "appointment_confirmed cancelled",
      "appointment_confirmed cancelled",
    ]);
    expect(await sent()).toHaveLength(2);
  });

  it("respects an opt-out from text messages", async () => {
    await platformClient().customer.update({ where: { id: ours.customer.id }, data: { smsOptIn: false } });
    await tell(ours, await book(ours), "booked");
    await deliverAll(ours);
    expect((await sent()).map(({ channel }) => channel)).toEqual(["email"]);
    expect((await rowsOf(ours)).map(({ status }) => status).sort()).toEqual(["sent", "suppressed"]);
  });
});

describe("the reminder", () => {
  const move = (appointmentId: string, newStartsAt: Date) =>
    rescheduleAppointment(ownerOf(ours.company), { appointmentId, newStartsAt, isConfirmed: true });

  it("waits for its time, then goes out once though two jobs run", async () => {
    const id = await book(ours, friday);
    await remind(ours, id);
    await remind(ours, id);
    const [row] = await rowsOf(ours);
    expect(await rowsOf(ours)).toMatchObject([{ status: "scheduled", scheduledFor: new Date("2026-12-03T09:00:00Z") }]);
    expect(await deliverAll(ours)).toEqual(["wait"]);
    setNow(new Date("2026-12-03T09:00:00Z"));
    const deliver = () => deliverNotification(job(ours), { notificationId: row?.id ?? "", isLastTry: false });
    await Promise.all([deliver(), deliver()]);
    await deliver();
    expect(await sent()).toHaveLength(1);
  });

  it("follows the appointment when it moves, and away and back", async () => {
    const id = await book(ours, friday);
    await remind(ours, id);
    await move(id, new Date("2026-12-05T09:00:00Z"));
    await remind(ours, id);
    const states = async () =>
      (await rowsOf(ours)).map(({ status, scheduledFor }) => `${status} ${scheduledFor.toISOString().slice(0, 10)}`);
    expect(await states()).toEqual(["cancelled 2026-12-03", "scheduled 2026-12-04"]);
    await move(id, friday);
    await remind(ours, id);
    expect(await states()).toEqual(["scheduled 2026-12-03", "cancelled 2026-12-04"]);
  });

  it("dies with the appointment, also between being due and being sent", async () => {
    const id = await book(ours, friday);
    await remind(ours, id);
    setNow(new Date("2026-12-03T09:00:00Z"));
    await cancelAppointment(ownerOf(ours.company), { appointmentId: id, isConfirmed: true, notifyCustomer: false });
    await deliverAll(ours);
    expect(await rowsOf(ours)).toMatchObject([{ status: "cancelled", error: "is_cancelled" }]);
    expect(await sent()).toHaveLength(0);
  });

  it("does not exist for what was booked less than a day before", async () => {
    const id = await book(ours, wednesdayAt(9));
    await remind(ours, id, new Date(wednesdayAt(9).getTime() - 23 * 3_600_000));
    expect(await rowsOf(ours)).toEqual([]);
  });
});

describe("providers that fail", () => {
  const fault = (provider: string, kind: string, count?: number) =>
    steer("/faults", { provider, kind, ...(count ? { count } : {}) });

  it("keeps a message that met a fault, and sends it on the next try", async () => {
    await tell(ours, await book(ours), "booked");
    await fault("twilio", "error_500", 1);
    expect((await deliverAll(ours)).sort()).toEqual(["INTEGRATION_UNAVAILABLE", "done"]);
    expect((await rowsOf(ours)).find(({ channel }) => channel === "sms")).toMatchObject({
      status: "pending",
      retryCount: 1,
    });
    await deliverAll(ours);
    expect(await sent()).toHaveLength(2);
  });

  it("shows a message that failed for good, with the reason", async () => {
    await tell(ours, await book(ours), "booked");
    await fault("twilio", "error_500");
    await deliverAll(ours, true);
    expect((await rowsOf(ours)).find(({ channel }) => channel === "sms")).toMatchObject({
      status: "failed",
      isFinal: false,
      error: expect.stringContaining("20500"),
    });
  });

  it("does not send twice when the answer was lost", async () => {
    await tell(ours, await book(ours), "booked");
    await fault("twilio", "lost_answer", 1);
    await fault("resend", "lost_answer", 1);
    expect(await deliverAll(ours)).toEqual(["INTEGRATION_UNAVAILABLE", "INTEGRATION_UNAVAILABLE"]);
    setNow(new Date(NOW.getTime() + 60_000));
    expect(await deliverAll(ours)).toEqual(["done", "done"]);
    expect(await sent()).toHaveLength(2);
    expect((await rowsOf(ours)).map(({ status }) => status)).toEqual(["sent", "sent"]);
  });

  it("falls back to e-mail when a reminder can't go out by text message", async () => {
    await remind(ours, await book(ours, friday));
    setNow(new Date("2026-12-03T09:00:00Z"));
    await fault("twilio", "error_500");
    await deliverAll(ours, true);
    await deliverAll(ours);
    expect((await sent()).map(({ channel }) => channel)).toEqual(["email"]);
  });
});

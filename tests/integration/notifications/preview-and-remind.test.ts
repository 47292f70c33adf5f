import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";
import { remindCustomers } from "@/server/notifications/commands/remind-customers";
import { tellOfAppointment } from "@/server/notifications/commands/tell-of-appointment";
import { previewMessage } from "@/server/notifications/queries/preview-message";
import { jobOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createCustomer, createStaff } from "../../support/factories";

let ours: BookableCompany;
let appointmentId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  const customer = await createCustomer(ours.company, { phone: "+4915155501239", email: "maria@example.com" });
  ours = { ...ours, customer };
  appointmentId = (await bookAppointment(ownerOf(ours.company), wishOf(ours))).appointment.id;
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const messages = () =>
  platformClient().notificationQueue.findMany({ where: { appointmentId }, orderBy: { id: "asc" } });

describe("a preview", () => {
  it("is what would be sent, on each channel, with what is about to change", async () => {
    const other = await createStaff(ours.company, { name: "Zweite Kraft" });
    const moved = { appointmentId, startsAt: wednesdayAt(15), staffId: other.id };
    const previews = await previewMessage(owner(), { what: "rescheduled", ...moved });
    expect(previews.map(({ channel, recipient, refusal }) => [channel, recipient, refusal])).toEqual([
      ["sms", "+4915155501239", null],
      ["email", "maria@example.com", null],
    ]);
    expect(previews.map(({ recipientText }) => recipientText).sort()).toEqual(["01515 5501239", "maria@example.com"]);
    expect(previews[0]?.body).toContain("15:00");
    expect(previews[0]?.body).toContain("Zweite Kraft");
    expect(await messages()).toEqual([]);
  });

  it("of a booking needs who, where, what and when, and writes nothing", async () => {
    const { source: _, ...wish } = wishOf(ours, wednesdayAt(16));
    expect(await previewMessage(owner(), { what: "booked", customerId: wish.customerId })).toEqual([]);
    const [sms] = await previewMessage(owner(), { what: "booked", ...wish });
    expect(sms?.body).toContain("16:00");
    const theirs = await createBookableCompany();
    const foreign = [
      { customerId: theirs.customer.id },
      { serviceId: theirs.service.id },
      { staffId: theirs.staff.id },
    ];
    for (const field of foreign) {
      await expect(previewMessage(owner(), { what: "booked", ...wish, ...field })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  it("says when somebody wants no text messages", async () => {
    await platformClient().customer.update({ where: { id: ours.customer.id }, data: { smsOptIn: false } });
    const [sms] = await previewMessage(owner(), { what: "cancelled", appointmentId });
    expect(sms?.refusal).toBe("opted_out");
  });
});

describe("what the person decided", () => {
  const tell = (what: "cancelled" | "restored" | "booked", eventId: string, channels?: ("sms" | "email")[]) =>
    tellOfAppointment(jobOf(ours.company), { appointmentId, what, eventId, channels });

  it("holds: only on the chosen channel", async () => {
    await tell("booked", "1", ["email"]);
    expect((await messages()).map(({ channel }) => channel)).toEqual(["email"]);
  });

  it("a second cancellation after a return is told as well", async () => {
    const cancel = () => cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: true });
    await cancel();
    await tell("cancelled", "1", ["sms"]);
    await restoreAppointment(owner(), { appointmentId });
    await tell("restored", "2", ["sms"]);
    await cancel();
    await tell("cancelled", "3", ["sms"]);
    await tell("cancelled", "3", ["sms"]);
    expect((await messages()).map(({ eventType }) => eventType)).toEqual([
      "appointment_cancelled",
      "appointment_confirmed",
      "appointment_cancelled",
    ]);
  });
});

describe("a reminder by hand", () => {
  const remind = (now = NOW) => remindCustomers(owner(now), { appointmentIds: [appointmentId] });

  it("goes out once, however often it is asked for at the same moment, and again after some hours", async () => {
    const answers = await Promise.all([remind(), remind(), remind()]);
    expect(answers.map(({ changed }) => changed).sort()).toEqual([0, 0, 1]);
    expect(await messages()).toMatchObject([{ eventType: "reminder", channel: "sms", status: "pending" }]);
    const soon = await remind(new Date(NOW.getTime() + 3 * HOUR));
    expect(soon.results[0]?.error).toEqual({
      ...{ code: "RATE_LIMITED", reason: "reminded_recently" },
      details: { retryAfterSeconds: 3600 },
    });
    expect((await remind(new Date(NOW.getTime() + 4 * HOUR))).changed).toBe(1);
  });

  it("is refused for what is over, and for whom nobody can write to", async () => {
    expect((await remind(wednesdayAt(11))).results[0]?.error?.reason).toBe("started_already");
    const mute = await createCustomer(ours.company, { phone: null });
    const { appointment } = await bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(12)), customerId: mute.id });
    const { results } = await remindCustomers(owner(), { appointmentIds: [appointment.id, appointmentId] });
    expect(results.map(({ error }) => error?.reason ?? null).sort()).toEqual([null, "no_recipient"].sort());
    await cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: false });
    expect((await remind()).results[0]?.error?.reason).toBe("is_cancelled");
  });

  it("knows nothing of another company's", async () => {
    const theirs = ownerOf((await createBookableCompany()).company);
    const { changed, results } = await remindCustomers(theirs, { appointmentIds: [appointmentId] });
    expect([changed, results[0]?.error?.reason]).toEqual([0, "appointment_not_found"]);
    expect(await messages()).toEqual([]);
  });
});

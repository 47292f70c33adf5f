import { toOffsetIso } from "@/server/core/time";
import type { PlannedAppointment } from "../appointments/planned";
import { idOf } from "../business";
import { ZONE } from "../clock";
import { closeCall } from "./opening";
import { slotOf } from "./scene-booking";
import { sayMoment, sayService, sayWish } from "./spoken";
import { nameOf, type Scene, type Setting } from "./told";

/** An appointment moves to another time. */
export const reschedulingScene: Scene = (setting) => {
  const { business, talk, persona, random, appointment, startedAt, customer } = setting;
  if (!appointment?.movedFrom) throw new Error("a move needs where it came from");
  const [before, after] = [appointment.movedFrom.startsAt, appointment.startsAt];
  talk.user(random.pick(persona.move));
  findOwn(setting, appointment, before);
  confirmIdentity(setting);
  talk.agent(`Es geht um ${sayMoment(before)}. Wann würde es Ihnen denn besser passen?`);
  const wish = sayWish(after, startedAt, random);
  talk.user(`${random.pick(["Vielleicht", "Am besten", "Wenn's ginge,"])} ${wish}.`);
  const slot = slotOf(business, appointment);
  talk.invoke(
    "check-availability",
    { service: appointment.service.name, wish },
    { status: "ok", success: true, available: true, slot },
  );
  talk.agent(`${sayMoment(after)} wäre frei. Soll ich verlegen?`);
  talk.user(random.pick(persona.accept));
  const args = {
    appointment_id: idOf(business, "appointment", appointment.index),
    slot_id: slot.slot_id,
    confirm: true,
  };
  const say = `Ihr Termin ist verlegt auf ${sayMoment(after)}.`;
  talk.invoke("reschedule-appointment", args, { ...permitted, starts_at: slot.starts_at, say });
  talk.agent(say);
  closeCall(setting);
  return {
    outcome: "rescheduled",
    intent: "reschedule_appointment",
    topics: ["Umbuchung", appointment.service.name],
    isSuccessful: true,
    identityLevel: 2,
    summary: {
      de: `${nameOf(customer)} hat den Termin für ${sayService(appointment.service.name)} von ${sayMoment(before)} auf ${sayMoment(after)} verlegt.`,
      en: `${nameOf(customer)} moved ${appointment.service.name} from ${local(before)} to ${local(after)}.`,
    },
    extracted: { customer_name: nameOf(customer), service: appointment.service.name, wish },
  };
};

/** An appointment is called off. */
export const cancellingScene: Scene = (setting) => {
  const { business, talk, persona, random, appointment, customer } = setting;
  if (!appointment) throw new Error("a cancellation needs its appointment");
  talk.user(random.pick(persona.cancel));
  findOwn(setting, appointment, appointment.startsAt);
  confirmIdentity(setting);
  talk.agent(
    `Ich sehe ${sayService(appointment.service.name)}, ${sayMoment(appointment.startsAt)}. Soll ich diesen Termin absagen?`,
  );
  talk.user(random.pick(["Ja, bitte.", "Genau den.", "Ja, leider."]));
  const reason = appointment.cancellationReason ?? undefined;
  const args = { appointment_id: idOf(business, "appointment", appointment.index), reason, confirm: true };
  const say = "Der Termin ist abgesagt, es fallen keine Kosten an.";
  talk.invoke("cancel-appointment", args, { ...permitted, say });
  talk.agent(`${say} Möchten Sie gleich einen neuen ausmachen?`);
  talk.user(random.pick(["Nein, ich melde mich wieder.", "Im Moment nicht, danke.", "Ich ruf wieder an."]));
  closeCall(setting);
  return {
    outcome: "cancelled",
    intent: "cancel_appointment",
    topics: ["Absage", appointment.service.name],
    sentiment: random.chance(0.2) ? "negative" : "neutral",
    isSuccessful: true,
    identityLevel: 2,
    summary: {
      de: `${nameOf(customer)} hat den Termin ${sayMoment(appointment.startsAt)} abgesagt${reason ? ` (${reason})` : ""}.`,
      en: `${nameOf(customer)} cancelled ${appointment.service.name} on ${local(appointment.startsAt)}.`,
    },
    extracted: { customer_name: nameOf(customer), service: appointment.service.name, ...(reason ? { reason } : {}) },
  };
};

const permitted = {
  status: "ok",
  success: true,
  policy: { allowed: true, violation: false, fee_cents: 0, reason: null },
  needs_confirmation: false,
};

const local = (at: Date): string => toOffsetIso(ZONE, at.getTime()).slice(0, 16).replace("T", " ");

function findOwn({ business, talk }: Setting, appointment: PlannedAppointment, startsAt: Date): void {
  const found = {
    appointment_id: idOf(business, "appointment", appointment.index),
    starts_at: toOffsetIso(ZONE, startsAt.getTime()),
    service_name: appointment.service.name,
    staff_name: appointment.staff.name,
    status: "confirmed",
  };
  talk.agent("Einen Moment, ich schaue nach.");
  talk.invoke("find-appointments", {}, { status: "ok", success: true, appointments: [found] });
}

/** Whoever changes an appointment says their birthdate or the code from the SMS. */
function confirmIdentity({ talk, customer, random }: Setting): void {
  if (customer?.birthdate && (!customer.mobile || random.chance(0.6))) {
    const [year, month, day] = customer.birthdate.split("-").map(Number);
    talk.agent("Zur Sicherheit: Wie ist Ihr Geburtsdatum, bitte?");
    talk.user(`${day}. ${month}. ${year}.`);
    return;
  }
  talk.agent("Ich habe Ihnen gerade einen Code geschickt. Wie lautet er, bitte?");
  talk.silence(4);
  talk.user(`${[0, 0, 0, 0].map(() => random.between(0, 9)).join(" ")}.`);
}

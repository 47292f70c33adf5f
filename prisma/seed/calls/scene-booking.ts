import { DAY, HOUR, toLocal, toOffsetIso } from "@/server/core/time";
import type { PlannedAppointment } from "../appointments/planned";
import { branchIdOf, idOf, type SeedBusiness, serviceIdOf, staffIdOf } from "../business";
import { ZONE } from "../clock";
import { isPublicHoliday } from "../public-holidays";
import { closeCall } from "./opening";
import { fill } from "./personas";
import { sayMoment, sayPrice, sayService, sayWish } from "./spoken";
import { nameOf, type Scene, type Setting } from "./told";

/** A slot as the functions hand it out. */
export function slotOf(business: SeedBusiness, appointment: PlannedAppointment, startsAt = appointment.startsAt) {
  const { service, staff, branch, priceCents } = appointment;
  const length = appointment.endsAt.getTime() - appointment.startsAt.getTime();
  return {
    slot_id: idOf(business, "slot", `${appointment.index}/${startsAt.getTime()}`).slice(-6),
    starts_at: toOffsetIso(ZONE, startsAt.getTime()),
    ends_at: toOffsetIso(ZONE, startsAt.getTime() + length),
    staff_id: staffIdOf(business, staff.name),
    staff_name: staff.name,
    branch_name: business.branches.find(({ slug }) => slug === branch)?.name,
    service_id: serviceIdOf(business, service.name),
    price_cents: priceCents,
  };
}

/** Somebody wants an appointment and gets it. */
export const bookingScene: Scene = (setting) => {
  const { talk, persona, random, startedAt, appointment, customer } = setting;
  if (!appointment) throw new Error("a booking needs its appointment");
  const service = sayService(appointment.service.name);
  const when = sayWish(appointment.startsAt, startedAt, random);
  const withStaff = random.chance(0.25) ? ` Wenn's geht, bei ${appointment.staff.name}.` : "";
  talk.user(fill(random.pick(persona.book), { service, when }) + withStaff);
  if (random.chance(0.3)) askPrice(setting, appointment);
  if (random.chance(0.35)) offerAnother(setting, appointment, when);
  else offer(setting, appointment, when);
  talk.user(random.pick(persona.accept));
  askForName(setting);
  book(setting, appointment);
  closeCall(setting);
  const moment = sayMoment(appointment.startsAt);
  return {
    outcome: "booked",
    intent: "book_appointment",
    topics: ["Terminbuchung", appointment.service.name],
    sentiment: random.chance(0.65) ? "positive" : "neutral",
    isSuccessful: true,
    summary: {
      de: `${nameOf(customer)} hat einen Termin für ${service} vereinbart: ${moment}, bei ${appointment.staff.name}.`,
      en: `${nameOf(customer)} booked ${appointment.service.name} with ${appointment.staff.name} (${toOffsetIso(ZONE, appointment.startsAt.getTime()).slice(0, 16).replace("T", " ")}).`,
    },
    extracted: {
      customer_name: nameOf(customer),
      service: appointment.service.name,
      wish: when,
      staff: appointment.staff.name,
    },
  };
};

function askPrice({ talk, random }: Setting, { service, priceCents }: PlannedAppointment): void {
  talk.user(random.pick(["Was kostet das denn?", "Und was macht das dann?", "Wie viel ist das zurzeit?"]));
  talk.agent(`${sayService(service.name)} kostet ${sayPrice(priceCents)} und dauert etwa ${service.minutes} Minuten.`);
}

function offer({ business, talk }: Setting, appointment: PlannedAppointment, wish: string): void {
  const say = `${sayMoment(appointment.startsAt)}, bei ${appointment.staff.name}, hätte ich frei. Passt Ihnen das?`;
  const slot = slotOf(business, appointment);
  const result = { status: "ok", success: true, available: true, slot, slots: [slot], next_available_slots: [], say };
  talk.invoke("check-availability", { service: appointment.service.name, wish }, result);
  talk.agent(say);
}

/** The first offer doesn't suit; the second does. */
function offerAnother(setting: Setting, appointment: PlannedAppointment, wish: string): void {
  const { business, talk, random, persona, startedAt } = setting;
  const earlier = new Date(appointment.startsAt.getTime() - random.pick([2 * HOUR, HOUR, DAY]));
  if (earlier.getTime() < startedAt.getTime() + HOUR || !isOpenAt(business, earlier)) {
    offer(setting, appointment, wish);
    return;
  }
  const slots = [slotOf(business, appointment, earlier), slotOf(business, appointment)];
  const say = `${sayMoment(earlier)} wäre noch etwas frei. Passt Ihnen das?`;
  const result = {
    status: "unavailable",
    success: true,
    available: false,
    next_available_slots: slots,
    reason: "fully_booked",
    say,
  };
  talk.invoke("check-availability", { service: appointment.service.name, wish }, result);
  talk.agent(`Genau dann ist leider alles belegt. ${say}`);
  talk.user(random.pick(persona.decline));
  talk.agent(`Dann hätte ich noch ${sayMoment(appointment.startsAt)}, bei ${appointment.staff.name}.`);
}

function isOpenAt({ opening }: SeedBusiness, at: Date): boolean {
  const { date, weekday, time } = toLocal(ZONE, at.getTime());
  const hours = isPublicHoliday(date) ? undefined : opening[weekday];
  return hours !== undefined && time >= hours.start && time < hours.end;
}

function askForName({ talk, customer, isKnown, random }: Setting): void {
  if (isKnown || !customer) return;
  talk.agent("Auf welchen Namen darf ich den Termin eintragen?");
  const spelled = random.chance(0.3)
    ? ` Ich buchstabiere: ${[...customer.lastName].slice(0, 4).join(", ")} und so weiter.`
    : "";
  talk.user(`Auf ${customer.firstName} ${customer.lastName}.${spelled}`);
}

function book({ business, talk, customer }: Setting, appointment: PlannedAppointment): void {
  const slot = slotOf(business, appointment);
  const say = `Ihr Termin steht: ${sayMoment(appointment.startsAt)}, bei ${appointment.staff.name}. Sie bekommen gleich eine Bestätigung.`;
  talk.invoke(
    "book-appointment",
    { slot_id: slot.slot_id, customer_name: nameOf(customer) },
    {
      status: "ok",
      success: true,
      appointment_id: idOf(business, "appointment", appointment.index),
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      staff_name: slot.staff_name,
      branch_id: branchIdOf(business, appointment.branch),
      confirmation_message: say,
      say,
    },
  );
  talk.agent(say);
}

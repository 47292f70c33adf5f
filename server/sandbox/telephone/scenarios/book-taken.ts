import type { Conversation } from "../conversation";
import { type CallerValues, greet, identify, type Offer, type Outcome } from "../scenario";
import { takeOffer } from "./book";

/** A caller asks for exactly the time that somebody else has just booked, and settles for another. */
export async function bookTaken(talk: Conversation, values: CallerValues): Promise<Outcome> {
  const taken = (values.taken ?? {}) as Partial<Offer>;
  const when = taken.date && taken.time ? { date: taken.date, time: taken.time } : { wish: values.wish };
  await greet(talk);
  await talk.user(
    `Guten Tag, ich brauche einen Termin: ${values.service}, ${spoken(taken) ?? values.wish}, bitte wieder bei derselben Person.`,
  );
  const customer = await identify(talk);
  const staff = taken.staff_id ? { staff: taken.staff_id } : {};
  const check = await talk.ask("check-availability", { service: values.service, ...when, ...staff });
  return takeOffer(talk, { check, customer, values });
}

function spoken({ date, time }: Partial<Offer>): string | null {
  if (!date || !time) return null;
  const day = new Date(`${date}T12:00:00Z`).toLocaleDateString("de-DE", {
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  return `am ${day} um ${time.replace(":", " Uhr ").replace(" Uhr 00", " Uhr")}`;
}

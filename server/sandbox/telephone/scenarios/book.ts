import type { Answer, Conversation } from "../conversation";
import { type CallerValues, greet, identify, type Outcome, offersOf, outcome, sayGoodbye, sayOf } from "../scenario";

/** A caller wants an appointment, is offered a time and takes it. */
export async function book(talk: Conversation, values: CallerValues): Promise<Outcome> {
  await greet(talk);
  await talk.user(`Guten Tag, ich hätte gern einen Termin: ${values.service}, am liebsten ${values.wish}.`);
  const customer = await identify(talk);
  const check = await talk.ask("check-availability", { service: values.service, wish: values.wish });
  return takeOffer(talk, { check, customer, values });
}

interface Taking {
  check: Answer;
  customer: Answer;
  values: CallerValues;
}

/** Takes the first time offered; when somebody was quicker, the first of the alternatives. */
export async function takeOffer(talk: Conversation, { check, customer, values }: Taking): Promise<Outcome> {
  await talk.agent(sayOf(check));
  const [offer] = offersOf(check);
  if (!offer) {
    await talk.user("Schade. Dann melde ich mich noch einmal.");
    return outcome(`Kein passender Termin für ${values.service} gefunden.`, false);
  }
  await talk.user(check.available === true ? "Ja, der passt mir gut." : "Gut, dann nehme ich den ersten davon.");
  const who = await introduce(talk, { customer, values });
  let booked = await talk.ask("book-appointment", { slot_id: offer.slot_id, ...who });
  const [alternative] = booked.success === true ? [] : offersOf(booked);
  if (alternative) {
    await talk.agent(sayOf(booked));
    await talk.user("Dann eben den ersten davon.");
    booked = await talk.ask("book-appointment", { slot_id: alternative.slot_id, ...who });
  }
  await talk.agent(sayOf(booked));
  await sayGoodbye(talk);
  const name = who.customer_name;
  return booked.success === true
    ? outcome(`${name} hat einen Termin für ${values.service} gebucht.`, true)
    : outcome(`${name} wollte einen Termin für ${values.service}, die Buchung kam nicht zustande.`, false);
}

async function introduce(talk: Conversation, { customer, values }: Pick<Taking, "customer" | "values">) {
  const known =
    customer.customer_found === true && typeof customer.customer_name === "string" ? customer.customer_name : null;
  const customer_name = values.customer_name ?? known ?? "Anna Schneider";
  const isHidden = talk.call.from_number === "anonymous";
  if (known === customer_name && !isHidden) return { customer_name };
  await talk.agent(
    isHidden
      ? "Auf welchen Namen, und unter welcher Nummer erreichen wir Sie?"
      : "Auf welchen Namen darf ich eintragen?",
  );
  await talk.user(
    isHidden ? `${customer_name}, meine Nummer ist ${values.customer_phone}.` : `Auf ${customer_name}, bitte.`,
  );
  return isHidden ? { customer_name, customer_phone: values.customer_phone } : { customer_name };
}

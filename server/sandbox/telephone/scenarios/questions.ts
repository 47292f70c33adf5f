import type { Conversation } from "../conversation";
import { type CallerValues, greet, identify, type Outcome, outcome, sayGoodbye, sayOf } from "../scenario";

/** A caller would rather speak with a person. */
export async function callback(talk: Conversation, values: CallerValues): Promise<Outcome> {
  await greet(talk);
  await talk.user(
    "Ich würde lieber mit einem Menschen sprechen. Kann mich jemand zurückrufen, am besten morgen Vormittag?",
  );
  const customer = await identify(talk);
  const isHidden = talk.call.from_number === "anonymous";
  const name =
    values.customer_name ?? (typeof customer.customer_name === "string" ? customer.customer_name : "Anna Schneider");
  const answer = await talk.ask("request-callback", {
    reason: "Möchte mit einer Person sprechen",
    preferred_times: "morgen Vormittag",
    phone_number: isHidden ? values.customer_phone : talk.call.from_number,
    name,
  });
  await talk.agent(sayOf(answer));
  await sayGoodbye(talk);
  return outcome(`${name} bittet um einen Rückruf, am besten morgen Vormittag.`, answer.success === true);
}

/** A caller only wants to know something. */
export async function info(talk: Conversation, values: CallerValues): Promise<Outcome> {
  await greet(talk);
  await talk.user("Guten Tag, wie lange haben Sie denn heute geöffnet?");
  const hours = await talk.ask("company-info", { topic: "Öffnungszeiten" });
  await talk.agent(sayOf(hours));
  await talk.user(`Und was kostet bei Ihnen ${values.service}?`);
  const prices = await talk.ask("company-info", { topic: `Preis ${values.service}` });
  await talk.agent(sayOf(prices));
  await sayGoodbye(talk);
  return outcome("Der Anrufer fragte nach Öffnungszeiten und Preisen.", hours.success === true);
}

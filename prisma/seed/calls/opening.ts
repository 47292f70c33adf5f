import { companyIdOf, idOf } from "../business";
import { fill } from "./personas";
import { addressOf, type CallNotes, nameOf, type Setting } from "./told";

/** The greeting with the consent script, the caller's first words, and who it is. */
export function openCall(setting: Setting): Pick<CallNotes, "consent" | "consentWords" | "identityLevel"> {
  const { business, talk, persona, random, customer, isKnown } = setting;
  const consent = random.chance(0.22) ? "audio" : "transcript_only";
  const stored = consent === "audio" ? "zeichne unser Gespräch auf" : "schreibe unser Gespräch mit";
  talk.agent(
    `Guten Tag, ${business.name}, hier ist ${business.agent.name}, die KI-Assistentin. Ich ${stored}, ist das in Ordnung?`,
  );
  const consentWords = random.pick([
    "Ja, ist in Ordnung.",
    "Ja, kein Problem.",
    "Von mir aus.",
    "Ja, ja.",
    "Passt schon.",
  ]);
  talk.user(
    customer ? `${consentWords} ${fill(random.pick(persona.hello), { name: nameOf(customer) })}` : consentWords,
  );
  if (setting.fromNumber) identify(setting);
  if (customer && isKnown && random.chance(0.7))
    talk.agent(`Schön, dass Sie anrufen, ${addressOf(customer)}. Was kann ich für Sie tun?`);
  else talk.agent("Was kann ich für Sie tun?");
  return { consent, consentWords, identityLevel: customer && isKnown && setting.fromNumber ? 1 : 0 };
}

function identify({ business, talk, customer, isKnown, fromNumber }: Setting): void {
  const found = customer !== null && isKnown;
  talk.invoke(
    "check-customer",
    { phone_number: fromNumber },
    {
      status: "ok",
      success: true,
      customer_found: found,
      customer_id: found ? idOf(business, "customer", customer.index) : null,
      customer_name: found ? nameOf(customer) : null,
      company_id: companyIdOf(business),
      say: found ? `Schön, von Ihnen zu hören, ${addressOf(customer)}.` : "Ich kenne diese Nummer noch nicht.",
    },
  );
}

/** Thanks and good-byes. */
export function closeCall({ talk, persona, random, business }: Setting): void {
  talk.user(random.pick(persona.thanks));
  talk.agent(
    random.pick([
      `Sehr gerne. Auf Wiederhören bei ${business.name}.`,
      "Gern geschehen, auf Wiederhören!",
      "Bis dann, auf Wiederhören.",
    ]),
  );
  if (random.chance(0.7)) talk.user(random.pick(persona.bye));
}

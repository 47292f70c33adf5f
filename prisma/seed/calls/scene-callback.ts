import { idOf } from "../business";
import { closeCall } from "./opening";
import { nameOf, type Scene } from "./told";

const CALLBACK_REASONS = [
  {
    reason: "Möchte die Chefin persönlich sprechen, Reklamation der letzten Farbe.",
    said: "Die Farbe vom letzten Mal ist viel zu dunkel geworden, das möchte ich mit der Chefin besprechen.",
    isAngry: true,
  },
  {
    reason: "Hochzeit im Frühjahr, bittet um ein Angebot für die ganze Gesellschaft.",
    said: "Wir heiraten im Frühjahr und wären sechs Damen, da bräuchte ich ein Angebot.",
    isAngry: false,
  },
  {
    reason: "Rückfrage zur letzten Rechnung.",
    said: "Auf meiner letzten Rechnung verstehe ich einen Posten nicht.",
    isAngry: false,
  },
  {
    reason: "Kein passender Termin frei, bittet um Anruf, falls etwas frei wird.",
    said: "Es war ja nichts Passendes frei. Rufen Sie mich an, wenn jemand absagt?",
    isAngry: false,
  },
  {
    reason: "Fragt nach einem Ausbildungsplatz ab September.",
    said: "Meine Tochter sucht ab September einen Ausbildungsplatz.",
    isAngry: false,
  },
  {
    reason: "Möchte mit einem Menschen sprechen.",
    said: "Das erkläre ich keinem Computer. Ich will einen Menschen sprechen.",
    isAngry: true,
  },
  {
    reason: "Allergie, möchte vorher beraten werden.",
    said: "Ich habe eine Allergie und möchte vorher wissen, was Sie verwenden.",
    isAngry: false,
  },
];
const CALLBACK_TIMES = ["heute Nachmittag", "morgen Vormittag", "ab 17 Uhr", "jederzeit", "in der Mittagspause"];

/** A person must call back; a promise is made. */
export const callbackScene: Scene = (setting) => {
  const { business, talk, random, customer, fromNumber, index } = setting;
  const { reason, said, isAngry } = random.pick(CALLBACK_REASONS.slice(business.key === "physio" ? 2 : 0));
  const preferredTimes = random.pick(CALLBACK_TIMES);
  talk.user(isAngry ? "Ich möchte bitte mit einem Menschen sprechen." : "Da müsste mich bitte jemand zurückrufen.");
  talk.agent("Sehr gerne. Worum geht es, und wann erreichen wir Sie am besten?");
  talk.user(`${said} ${preferredTimes.charAt(0).toUpperCase()}${preferredTimes.slice(1)} passt gut.`);
  const say = "Ich habe es notiert, wir rufen Sie zurück.";
  talk.invoke(
    "request-callback",
    { reason, preferred_times: preferredTimes, phone_number: fromNumber, name: nameOf(customer) },
    {
      status: "ok",
      success: true,
      callback_id: idOf(business, "callback", index),
      promised_time: preferredTimes,
      say,
    },
  );
  talk.agent(say);
  closeCall(setting);
  return {
    outcome: "callback",
    intent: "request_callback",
    topics: ["Rückruf"],
    isSuccessful: true,
    sentiment: isAngry ? "negative" : "neutral",
    summary: { de: `Rückruf gewünscht, ${preferredTimes}. ${reason}`, en: "Asked to be called back by a person." },
    extracted: { customer_name: nameOf(customer), reason, preferred_times: preferredTimes },
  };
};

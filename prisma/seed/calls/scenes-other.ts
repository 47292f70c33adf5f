import { idOf } from "../business";
import { closeCall } from "./opening";
import { fill } from "./personas";
import { drawQuestion } from "./questions";
import { nameOf, type Scene } from "./told";

/** Somebody asks, and hears the answer. */
export const questionScene: Scene = (setting) => {
  const { business, talk, persona, random, branch, customer } = setting;
  const first = drawQuestion(business, random, branch);
  const second = random.chance(0.3) ? drawQuestion(business, random, branch) : null;
  const questions = second && second.intent !== first.intent ? [first, second] : [first];
  questions.forEach(({ intent, asked, answer }, index) => {
    talk.user(index === 0 ? fill(random.pick(persona.ask), { question: asked }) : `Und ${asked}`);
    talk.invoke("company-info", { topic: intent }, { status: "ok", success: true, answer, facts: {}, say: answer });
    talk.agent(answer);
  });
  closeCall(setting);
  return {
    outcome: "info",
    intent: first.intent,
    topics: questions.map(({ topic }) => topic),
    isSuccessful: true,
    sentiment: random.chance(0.35) ? "positive" : "neutral",
    summary: {
      de: `${nameOf(customer) || "Der Anruf"}: Auskunft zu ${questions.map(({ topic }) => topic).join(" und ")} gegeben.`,
      en: questions.map(({ english }) => english).join(" "),
    },
  };
};

const CALLBACK_REASONS = [
  { reason: "Möchte die Chefin persönlich sprechen, es geht um eine Reklamation der letzten Farbe.", isAngry: true },
  { reason: "Hochzeit im Frühjahr, möchte ein Angebot für die ganze Gesellschaft.", isAngry: false },
  { reason: "Rückfrage zur letzten Rechnung.", isAngry: false },
  { reason: "Kein passender Termin frei, bittet um Anruf, falls etwas frei wird.", isAngry: false },
  { reason: "Fragt nach einem Ausbildungsplatz ab September.", isAngry: false },
  { reason: "Möchte lieber mit einem Menschen sprechen.", isAngry: true },
  { reason: "Allergie gegen einen Inhaltsstoff, möchte vorher beraten werden.", isAngry: false },
];
const CALLBACK_TIMES = ["heute Nachmittag", "morgen Vormittag", "ab 17 Uhr", "jederzeit", "in der Mittagspause"];

/** A person must call back; a promise is made. */
export const callbackScene: Scene = (setting) => {
  const { business, talk, random, customer, fromNumber, index } = setting;
  const { reason, isAngry } = random.pick(CALLBACK_REASONS.slice(business.key === "physio" ? 2 : 0));
  const preferredTimes = random.pick(CALLBACK_TIMES);
  talk.user(isAngry ? "Ich möchte bitte mit einem Menschen sprechen." : "Da müsste mich bitte jemand zurückrufen.");
  talk.agent("Sehr gerne. Worum geht es, und wann erreichen wir Sie am besten?");
  talk.user(`${reason} ${preferredTimes.charAt(0).toUpperCase()}${preferredTimes.slice(1)} passt gut.`);
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

/** Handed over to a person. */
export const transferScene: Scene = ({ talk, random, branch, business }) => {
  talk.user(
    random.pick(["Mensch, bitte.", "Verbinden Sie mich bitte mit dem Salon.", "Ich will mit einem Mitarbeiter reden."]),
  );
  const name = business.branches.find(({ slug }) => slug === branch)?.name ?? "";
  talk.invoke(
    "transfer-target",
    { reason: "asks_for_person" },
    { status: "ok", success: true, number: business.phone, name },
  );
  talk.agent("Gerne, ich verbinde Sie.");
  return {
    outcome: "transferred",
    intent: "talk_to_person",
    topics: ["Weiterleitung"],
    isSuccessful: true,
    disconnectionReason: "call_transfer",
    summary: { de: "An das Team weitergeleitet.", en: "Transferred to the team." },
  };
};

/** Somebody says little and is gone. */
export const abandonedScene: Scene = ({ talk, random }) => {
  if (random.chance(0.5))
    talk.user(
      random.pick([
        "Ähm… ich ruf später noch mal an.",
        "Moment, es klingelt. Ich melde mich.",
        "Ach so, ein Computer. Nein danke.",
      ]),
    );
  else talk.silence(random.between(3, 9));
  return {
    outcome: "abandoned",
    intent: "unknown",
    topics: [],
    isSuccessful: false,
    sentiment: "unknown",
    disconnectionReason: "user_hangup",
    summary: { de: "Aufgelegt, bevor ein Anliegen genannt wurde.", en: "Hung up before saying what it was about." },
  };
};

/** A machine talks to a machine. */
export const voicemailScene: Scene = ({ talk, random }) => {
  const announcement =
    "Der gewünschte Gesprächspartner ist zurzeit nicht erreichbar. Bitte sprechen Sie nach dem Signalton.";
  talk.user(announcement);
  talk.silence(random.between(2, 5));
  return {
    outcome: "voicemail",
    intent: "unknown",
    topics: ["Mailbox"],
    isSuccessful: false,
    sentiment: "unknown",
    disconnectionReason: "voicemail_reached",
    summary: { de: "Es meldete sich eine Mailbox.", en: "Reached a voicemail." },
  };
};

/** Somebody sells something. */
export const spamScene: Scene = ({ talk, random }) => {
  talk.user(
    random.pick([
      "Guten Tag, ich rufe wegen Ihres Google-Eintrags an, der läuft in Kürze ab.",
      "Hätten Sie Interesse an günstigerem Strom für Gewerbekunden?",
      "Wir bringen Ihre Seite auf Platz eins, darf ich mit der Geschäftsführung sprechen?",
    ]),
  );
  talk.agent("Vielen Dank, daran haben wir kein Interesse. Auf Wiederhören.");
  return {
    outcome: "spam",
    intent: "sales",
    topics: ["Werbung"],
    isSuccessful: false,
    disconnectionReason: "agent_hangup",
    summary: { de: "Werbeanruf, freundlich beendet.", en: "Sales call, ended politely." },
  };
};

/** A wrong number, or a line too bad to understand. */
export const unclearScene: Scene = ({ talk, random }) => {
  const isWrongNumber = random.chance(0.6);
  talk.user(isWrongNumber ? "Bin ich da nicht bei der Autowerkstatt Meier?" : "…llo? …ören Sie m… …min am Don…");
  talk.agent(
    isWrongNumber ? "Nein, da haben Sie sich verwählt. Kein Problem!" : "Ich verstehe Sie leider sehr schlecht.",
  );
  talk.user(isWrongNumber ? "Oh, Entschuldigung. Wiederhören." : "…t mich so… …ufe wied…");
  return {
    outcome: "unknown",
    intent: isWrongNumber ? "wrong_number" : "unknown",
    topics: isWrongNumber ? ["Verwählt"] : [],
    isSuccessful: false,
    sentiment: isWrongNumber ? "neutral" : "unknown",
    disconnectionReason: "user_hangup",
    summary: isWrongNumber
      ? { de: "Hatte sich verwählt.", en: "Wrong number." }
      : { de: "Verbindung zu schlecht, Anliegen unklar.", en: "The line was too bad to understand the caller." },
  };
};

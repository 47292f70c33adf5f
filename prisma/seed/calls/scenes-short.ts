import type { Scene } from "./told";

/** Handed over to a person. */
export const transferScene: Scene = ({ talk, random, branch, business }) => {
  talk.user(
    random.pick([
      "Mensch, bitte.",
      "Verbinden Sie mich bitte mit jemandem vom Team.",
      "Ich will mit einem Mitarbeiter reden.",
    ]),
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

const ANNOUNCEMENTS = [
  "Der gewünschte Gesprächspartner ist zurzeit nicht erreichbar. Bitte sprechen Sie nach dem Signalton.",
  "Hallo, hier ist die Mailbox von Familie Roth, wir sind gerade unterwegs. Piep.",
  "Sie haben die Mobilbox erreicht. Hinterlassen Sie eine Nachricht.",
];

/** A machine talks to a machine. */
export const voicemailScene: Scene = ({ talk, random }) => {
  talk.user(random.pick(ANNOUNCEMENTS));
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

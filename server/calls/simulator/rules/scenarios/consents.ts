import { asks, books, type Scenario, says, talk } from "../scenario";

const WISH = { service: "Damenhaarschnitt", wish: "am Donnerstag um zehn Uhr" };
const BOOKED = [{ service: "Damenhaarschnitt", at: "2026-12-03 10:00", customer: "Anna Schneider" }];

/** Books like anybody else; what the agent heard about storing the conversation goes along with its first question. */
const booksHaving = (said: string, recording_consent: string, language: "de" | "en" = "de") =>
  talk(
    { agent: language === "de" ? "Darf das Gespräch gespeichert werden?" : "May this conversation be stored?" },
    says(said),
    asks("check-availability", {
      ...WISH,
      ...(language === "en" && { wish: "on Thursday at ten" }),
      recording_consent,
      recording_consent_words: said,
    }),
    says(language === "de" ? "Ja, gern." : "Yes, please."),
    books(),
  );

/** What callers say to their conversation being stored decides what is left of it, and not whether they are served. */
export const CONSENTS: Scenario[] = [
  {
    name: "refuses that anything is stored, and is served all the same",
    proves: "policy",
    script: booksHaving("Nein, das möchte ich nicht.", "none"),
    expects: { booked: BOOKED, outcome: "booked", kept: "nothing" },
  },
  {
    name: "refuses it in English",
    proves: "policy",
    language: "en",
    script: booksHaving("No, I'd rather not.", "none", "en"),
    expects: { booked: BOOKED, outcome: "booked", kept: "nothing" },
  },
  {
    name: "allows the words and not the recording",
    proves: "policy",
    script: booksHaving("Mitschreiben ja, aufnehmen nicht.", "transcript_only"),
    expects: { booked: BOOKED, outcome: "booked", kept: "words" },
  },
  {
    name: "takes the permission back before hanging up",
    proves: "policy",
    script: talk(
      booksHaving("Ja, das ist in Ordnung.", "audio"),
      says("Ach, speichern Sie das doch lieber nicht."),
      asks("find-appointments", { recording_consent: "none" }),
    ),
    expects: { booked: BOOKED, outcome: "booked", kept: "nothing" },
  },
  {
    name: "is not asked at all",
    proves: "policy",
    script: talk(asks("check-availability", WISH), says("Ja, gern."), books()),
    expects: { booked: BOOKED, outcome: "booked", kept: "words" },
  },
];

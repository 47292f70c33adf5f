import { has } from "../salon";
import { asks, type Scenario, says, talk } from "../scenario";

/** Whoever wants a person, or needs help at once. */
export const PEOPLE: Scenario[] = [
  {
    name: "wants to be called back",
    proves: "person",
    script: talk(
      says("Können Sie mich bitte zurückrufen? Es geht um eine Reklamation."),
      asks("request-callback", { reason: "Reklamation der Farbe", preferred_times: "morgen ab zehn Uhr" }),
    ),
    expects: { callback: "normal", outcome: "callback" },
  },
  {
    name: "asks for it again, in other words",
    proves: "person",
    script: talk(
      asks("request-callback", { reason: "Reklamation der Farbe" }),
      asks("request-callback", { reason: "es geht um die Farbe von gestern" }),
    ),
    expects: { callback: "normal", outcome: "callback" },
  },
  {
    name: "a hidden number wants to be called back",
    proves: "person",
    from: null,
    script: talk(
      asks("request-callback", { reason: "Frage zur Farbe" }),
      says("null eins sieben eins drei neun zwo null null eins fünf"),
      asks("request-callback", { reason: "Frage zur Farbe", phone_number: "0171 3920015", name: "Eva Stern" }),
    ),
    expects: { callback: "normal" },
  },
  {
    name: "wants a person in the middle of a booking",
    proves: "person",
    script: talk(
      asks("check-availability", { service: "Damenhaarschnitt", wish: "Ich will mit einem Menschen sprechen" }),
      asks("request-callback", { reason: "möchte mit einem Menschen sprechen" }),
    ),
    expects: { callback: "any" },
  },
  {
    name: "wants a person instead of a cancellation",
    proves: "person",
    arrange: has({ at: "2026-12-02 10:00" }),
    script: asks("cancel-appointment", { reason: "Geben Sie mir einen Mitarbeiter" }),
    expects: { existing: { status: "confirmed" } },
  },
  {
    name: "has pain in the chest",
    proves: "person",
    script: talk(
      asks("check-availability", { service: "Damenhaarschnitt", wish: "Ich habe starke Brustschmerzen" }),
      asks("request-callback", { reason: "starke Brustschmerzen" }),
    ),
    expects: { callback: "urgent", statuses: { "check-availability": "not_allowed" } },
  },
  {
    name: "smells gas",
    proves: "person",
    script: asks("book-appointment", { service: "Damenhaarschnitt", customer_notes: "bei uns riecht es nach Gas" }),
    expects: { statuses: { "book-appointment": "not_allowed" } },
  },
  {
    name: "is told of a booking that was never made",
    proves: "person",
    script: talk(says("Donnerstag um zehn bitte."), { agent: "Alles klar, Ihr Termin ist gebucht." }),
    expects: { callback: "urgent" },
  },
];

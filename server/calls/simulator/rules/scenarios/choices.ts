import { isFull } from "../salon";
import { asks, asksAndBooks, books, type Scenario, says, talk } from "../scenario";

const CUT = "Damenhaarschnitt";

/** What is wanted is not clear, not there, or not free. */
export const CHOICES: Scenario[] = [
  {
    name: "a word of their own for the service",
    proves: "booking",
    script: asksAndBooks({ service: "einen Damenschnitt bitte", wish: "am Donnerstag um zehn Uhr" }),
    expects: { booked: [{ service: CUT, at: "2026-12-03 10:00" }] },
  },
  {
    name: "two services in one visit",
    proves: "booking",
    script: asksAndBooks({ services: [CUT, "Waschen & Föhnen"], wish: "am Freitag um zehn Uhr" }),
    expects: { booked: [{ service: CUT, at: "2026-12-04 10:00" }] },
  },
  {
    name: "a word that fits two services",
    proves: "booking",
    script: talk(
      asks("check-availability", { service: "Haarschnitt", wish: "am Donnerstag um zehn Uhr" }),
      says("Für Herren."),
      asksAndBooks({ service: "Herrenhaarschnitt", wish: "am Donnerstag um zehn Uhr" }),
    ),
    expects: { booked: [{ service: "Herrenhaarschnitt", at: "2026-12-03 10:00" }] },
  },
  {
    name: "a service that nobody offers",
    proves: "info",
    script: asks("check-availability", { service: "Zahnreinigung", wish: "am Donnerstag um zehn Uhr" }),
    expects: { statuses: { "check-availability": "needs_input" } },
  },
  {
    name: "a day that is full",
    proves: "booking",
    arrange: isFull("2026-12-03"),
    script: talk(
      asks("check-availability", { service: CUT, wish: "am Donnerstag um zehn Uhr" }),
      says("Dann am Freitag."),
      books({ slot_id: "$check.next_available_slots.2.slot_id" }),
    ),
    expects: { booked: [{ service: CUT, at: "2026-12-04 10:00" }] },
  },
  {
    name: "a time that is taken, on a day that is not",
    proves: "booking",
    arrange: isFull("2026-12-03"),
    script: talk(
      asks("check-availability", { service: "Herrenhaarschnitt", wish: "am Donnerstag um zehn Uhr", staff: "Julia" }),
      says("Geht es bei jemand anderem?"),
      asksAndBooks({ service: "Herrenhaarschnitt", wish: "am Donnerstag um zehn Uhr" }),
    ),
    expects: { booked: [{ service: "Herrenhaarschnitt", at: "2026-12-03 10:00", staff: "Murat Yilmaz" }] },
  },
  {
    name: "a Sunday",
    proves: "info",
    script: asks("check-availability", { service: CUT, wish: "am Sonntag um zehn Uhr" }),
    expects: { statuses: { "check-availability": "unavailable" } },
  },
  {
    name: "a holiday by its name",
    proves: "info",
    script: asks("check-availability", { service: CUT, wish: "am ersten Weihnachtsfeiertag um zehn Uhr" }),
    expects: { statuses: { "check-availability": "unavailable" } },
  },
  {
    name: "yesterday",
    proves: "info",
    script: asks("check-availability", { service: CUT, wish: "gestern um zehn Uhr" }),
    expects: { statuses: { "check-availability": "needs_input" } },
  },
  {
    name: "a day that does not exist",
    proves: "info",
    script: asks("check-availability", { service: CUT, wish: "am einunddreißigsten April um zehn Uhr" }),
    expects: { statuses: { "check-availability": "needs_input" } },
  },
  {
    name: "nothing that could be understood, then something",
    proves: "booking",
    script: talk(
      asks("check-availability", { service: CUT, wish: "irgendwann halt" }),
      says("Donnerstag um elf."),
      asksAndBooks({ service: CUT, wish: "Donnerstag um elf Uhr" }),
    ),
    expects: { booked: [{ service: CUT, at: "2026-12-03 11:00" }] },
  },
  {
    name: "no service, then one",
    proves: "booking",
    script: talk(
      asks("check-availability", { wish: "am Donnerstag um elf Uhr" }),
      says("Einen Damenhaarschnitt."),
      asksAndBooks({ service: CUT, wish: "am Donnerstag um elf Uhr" }),
    ),
    expects: { booked: [{ service: CUT, at: "2026-12-03 11:00" }] },
  },
  {
    name: "only asks when they are open",
    proves: "info",
    script: talk(
      asks("company-info", { topic: "Öffnungszeiten" }),
      asks("company-info", { topic: "Was kostet Färben?" }),
    ),
    expects: { outcome: "info", statuses: { "company-info": "ok" } },
  },
  {
    name: "hears times, and takes none",
    proves: "info",
    script: talk(asks("check-availability", { service: CUT, wish: "am Donnerstag" }), says("Ich melde mich wieder.")),
    expects: { statuses: { "check-availability": "ok" } },
  },
];

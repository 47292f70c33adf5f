import { isBroken } from "../salon";
import { asks, type Scenario, says, talk } from "../scenario";

const CUT = { service: "Damenhaarschnitt", wish: "am Donnerstag um zehn Uhr" };
const failsTwice = talk(
  says("Was kostet bei Ihnen ein Haarschnitt?"),
  asks("company-info", { topic: "prices" }),
  says("Dann geben Sie mir doch einfach einen Termin am Donnerstag um zehn."),
  asks("check-availability", CUT),
);
const FAILED = { "company-info": "error", "check-availability": "error" };

/** Whoever calls while nothing works is led on, and somebody calls them back. */
export const OUTAGES: Scenario[] = [
  {
    name: "nothing works, and there is a number to put callers through to",
    proves: "info",
    arrange: isBroken("+493055512340"),
    script: failsTwice,
    expects: { statuses: FAILED, said: ["+493055512340", "ich verbinde Sie"], callback: "urgent" },
  },
  {
    name: "nothing works, and a message is taken",
    proves: "info",
    arrange: isBroken(null),
    script: talk(
      failsTwice,
      says("Bitte rufen Sie mich zurück, es geht um einen Termin am Donnerstag."),
      asks("request-callback", { reason: "Termin am Donnerstag um zehn" }),
    ),
    expects: { statuses: FAILED, said: ["Was darf ich ausrichten"], callback: "urgent" },
  },
  {
    name: "nothing works on an English line",
    proves: "info",
    language: "en",
    arrange: isBroken("+493055512340"),
    script: failsTwice,
    expects: { statuses: FAILED, said: ["+493055512340", "I'll put you through"], callback: "urgent" },
  },
];

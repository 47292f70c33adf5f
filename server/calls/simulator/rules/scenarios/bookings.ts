import { NUMBERS } from "../salon";
import { asks, asksAndBooks, books, type Scenario, says, talk } from "../scenario";

const CUT = { service: "Damenhaarschnitt", wish: "am Donnerstag um zehn Uhr" };
const AT = "2026-12-03 10:00";

/** Who books, and what they say of themselves. */
export const BOOKINGS: Scenario[] = [
  {
    name: "a new caller says who they are",
    proves: "booking",
    from: NUMBERS.stranger,
    script: talk(
      asks("check-customer", { phone_number: NUMBERS.stranger }),
      says("Katharina Weiß."),
      asksAndBooks(CUT, { customer_name: "Katharina Weiß" }),
    ),
    expects: {
      booked: [{ service: CUT.service, at: AT, customer: "Katharina Weiß", phone: NUMBERS.stranger }],
      outcome: "booked",
    },
  },
  {
    name: "a hidden number needs a name and a number",
    proves: "booking",
    from: null,
    script: talk(
      asks("check-availability", CUT),
      asks("book-appointment", { slot_id: "$check.slot.slot_id", customer_name: "Eva Stern" }),
      says("null eins sieben eins, drei neun zwo null null eins fünf"),
      books({ customer_name: "Eva Stern", customer_phone: "null eins sieben eins drei neun zwo null null eins fünf" }),
    ),
    expects: {
      booked: [{ service: CUT.service, at: AT, customer: "Eva Stern", phone: "+491713920015" }],
      outcome: "booked",
    },
  },
  {
    name: "a name is spelled",
    proves: "booking",
    from: NUMBERS.stranger,
    script: asksAndBooks(CUT, {
      customer_name: "Eva Mayer, M wie Martha, A wie Anton, Y wie Ypsilon, E wie Emil, R wie Richard",
    }),
    expects: { booked: [{ service: CUT.service, at: AT, customer: "Eva Mayer" }] },
  },
  {
    name: "a double name with a title",
    proves: "booking",
    from: NUMBERS.stranger,
    script: asksAndBooks(CUT, { customer_name: "Frau Doktor Marie Schulze-Lohmann" }),
    expects: { booked: [{ service: CUT.service, at: AT, customer: "Marie Schulze-Lohmann" }] },
  },
  {
    name: "an address for the confirmation is spoken",
    proves: "booking",
    from: NUMBERS.stranger,
    script: asksAndBooks(CUT, {
      customer_name: "Katharina Weiß",
      customer_email: "katharina punkt weiss ät example punkt com",
    }),
    expects: {
      booked: [{ service: CUT.service, at: AT, customer: "Katharina Weiß", email: "katharina.weiss@example.com" }],
    },
  },
  {
    name: "a wish beside the time is kept",
    proves: "booking",
    script: asksAndBooks(CUT, { customer_notes: "Bitte mit Kopfmassage" }),
    expects: { booked: [{ service: CUT.service, at: AT, notes: "Bitte mit Kopfmassage" }] },
  },
  {
    name: "of a family that shares a number, one books",
    proves: "booking",
    from: NUMBERS.wagners,
    script: talk(
      asks("check-customer", { phone_number: NUMBERS.wagners }),
      says("Petra Wagner."),
      asks("check-customer", { phone_number: NUMBERS.wagners, name: "Petra Wagner" }),
      asksAndBooks(CUT, { customer_name: "Petra Wagner" }),
    ),
    expects: { booked: [{ service: CUT.service, at: AT, customer: "Petra Wagner" }], outcome: "booked" },
  },
  {
    name: "with the person they name",
    proves: "booking",
    script: asksAndBooks({ ...CUT, staff: "Frau Berg" }),
    expects: { booked: [{ service: CUT.service, at: AT, staff: "Julia Berg" }] },
  },
  {
    name: "with the one whose name was heard badly",
    proves: "booking",
    script: asksAndBooks({ service: "Herrenhaarschnitt", wish: "morgen um fünfzehn Uhr", staff: "Murad" }),
    expects: { booked: [{ service: "Herrenhaarschnitt", at: "2026-12-01 15:00", staff: "Murat Yilmaz" }] },
  },
  {
    name: "a time without an offer before",
    proves: "booking",
    script: asks("book-appointment", { service: CUT.service, starts_at: "2026-12-03T10:00:00+01:00" }),
    expects: { booked: [{ service: CUT.service, at: AT }] },
  },
  {
    name: "older names of arguments",
    proves: "booking",
    script: talk(asks("check-availability", { service: CUT.service, date: "2026-12-03", time: "10:00" }), books()),
    expects: { booked: [{ service: CUT.service, at: AT }] },
  },
  {
    name: "one thing after the other",
    proves: "booking",
    script: talk(
      asks("collect-appointment", { service: CUT.service }),
      says("Donnerstag."),
      asks("collect-appointment", { service: CUT.service, date: "Donnerstag" }),
      says("Um zehn."),
      asks("collect-appointment", { service: CUT.service, date: "Donnerstag", time: "um zehn Uhr" }),
      asksAndBooks({ service: CUT.service, date: "Donnerstag", time: "um zehn Uhr" }),
    ),
    expects: { booked: [{ service: CUT.service, at: AT }] },
  },
  {
    name: "an interrupted agent books three times",
    proves: "booking",
    script: talk(asks("check-availability", CUT), books(), books(), books()),
    expects: { booked: [{ service: CUT.service, at: AT }], outcome: "booked" },
  },
  {
    name: "whoever changes their mind has the later one",
    proves: "booking",
    script: talk(
      asks("check-availability", CUT),
      says("Ach nein, lieber am Freitag um elf."),
      asksAndBooks({ service: CUT.service, wish: "lieber am Freitag um elf Uhr" }),
    ),
    expects: { booked: [{ service: CUT.service, at: "2026-12-04 11:00" }] },
  },
];

import { both, has, NUMBERS, setPolicy } from "../salon";
import { asks, type Scenario, says, talk } from "../scenario";

const has10 = has({ at: "2026-12-02 10:00" });
const ID = { appointment_id: "$appointment_id" };
const PROVEN = { ...ID, birthdate: "14. März 1985" };
const LATE = setPolicy("cancellation", { minHoursNotice: 240, feeCents: 1500, violationAction: "charge_fee" });
const confirmed = { status: "confirmed" as const };

/** What stands already is moved or cancelled, by whoever may, as the rules of the house say. */
export const CHANGES: Scenario[] = [
  {
    name: "cancels, and says when they were born",
    proves: "policy",
    arrange: has10,
    script: talk(asks("cancel-appointment", ID), says("Am 14. März 1985."), asks("cancel-appointment", PROVEN)),
    expects: { existing: { status: "cancelled" }, outcome: "cancelled" },
  },
  {
    name: "cancels without having named which",
    proves: "policy",
    arrange: has10,
    script: asks("cancel-appointment", { birthdate: "14.03.1985", reason: "krank" }),
    expects: { existing: { status: "cancelled" }, outcome: "cancelled" },
  },
  {
    name: "cancels with the code from the message",
    proves: "policy",
    verification: "code",
    arrange: has10,
    script: talk(asks("cancel-appointment", ID), asks("cancel-appointment", { ...ID, code: "$sms.code" })),
    expects: { existing: { status: "cancelled" }, outcome: "cancelled" },
  },
  {
    name: "guesses the code",
    proves: "policy",
    verification: "code",
    arrange: has10,
    script: talk(
      asks("cancel-appointment", ID),
      ["111111", "222222", "333333", "444444", "555555", "666666"].flatMap((code) =>
        asks("cancel-appointment", { ...ID, code: `${code.slice(0, 3)} ${code.slice(3)}` }),
      ),
    ),
    expects: { existing: confirmed, statuses: { "cancel-appointment": "not_allowed" } },
  },
  {
    name: "was born on another day",
    proves: "policy",
    arrange: has10,
    script: asks("cancel-appointment", { ...ID, birthdate: "1. April 1990" }),
    expects: { existing: confirmed },
  },
  {
    name: "is somebody else",
    proves: "policy",
    from: NUMBERS.stranger,
    arrange: has10,
    script: talk(asks("find-appointments"), asks("cancel-appointment", { ...PROVEN, name: "Anna Schneider" })),
    expects: { existing: confirmed, unsaid: ["Mittwoch", "10:00"] },
  },
  {
    name: "names somebody else's appointment",
    proves: "policy",
    verification: "none",
    arrange: has({ at: "2026-12-02 10:00", customer: "vera" }),
    script: asks("cancel-appointment", ID),
    expects: { existing: confirmed, unsaid: ["Verborgen"] },
  },
  {
    name: "cancels late, hears what it costs, and agrees",
    proves: "policy",
    arrange: both(has10, LATE),
    script: talk(
      asks("cancel-appointment", PROVEN),
      says("Ja, trotzdem."),
      asks("cancel-appointment", { ...PROVEN, confirm: true }),
    ),
    expects: { existing: { status: "cancelled", feeCents: 1500 }, outcome: "cancelled" },
  },
  {
    name: "cancels late, hears what it costs, and keeps it",
    proves: "policy",
    arrange: both(has10, LATE),
    script: talk(asks("cancel-appointment", PROVEN), says("Dann lasse ich ihn stehen.")),
    expects: { existing: confirmed, statuses: { "cancel-appointment": "needs_input" } },
  },
  {
    name: "an agent agrees for a caller who has heard nothing",
    proves: "policy",
    arrange: both(has10, LATE),
    script: asks("cancel-appointment", { ...PROVEN, confirm: true }),
    expects: { existing: confirmed },
  },
  {
    name: "cancels where that is no longer allowed",
    proves: "policy",
    arrange: both(has10, setPolicy("cancellation", { minHoursNotice: 240, violationAction: "block" })),
    script: talk(asks("cancel-appointment", PROVEN), asks("cancel-appointment", { ...PROVEN, confirm: true })),
    expects: { existing: confirmed, statuses: { "cancel-appointment": "not_allowed" } },
  },
  {
    name: "cancels twice in other words",
    proves: "policy",
    arrange: both(has10, has({ at: "2026-12-09 10:00" })),
    script: talk(
      asks("cancel-appointment", { ...PROVEN, reason: "krank" }),
      asks("cancel-appointment", { ...PROVEN, reason: "bin erkältet" }),
    ),
    expects: { existing: { status: "cancelled" }, outcome: "cancelled" },
  },
  {
    name: "moves to another day",
    proves: "policy",
    arrange: has10,
    script: talk(
      asks("check-availability", { service: "Damenhaarschnitt", wish: "am Freitag um elf Uhr" }),
      asks("reschedule-appointment", { ...PROVEN, slot_id: "$check.slot.slot_id" }),
    ),
    expects: { existing: { status: "confirmed", at: "2026-12-04 11:00" }, outcome: "rescheduled" },
  },
  {
    name: "moves by words alone",
    proves: "policy",
    arrange: has10,
    script: asks("reschedule-appointment", { ...PROVEN, wish: "auf Freitag um elf Uhr" }),
    expects: { existing: { status: "confirmed", at: "2026-12-04 11:00" }, outcome: "rescheduled" },
  },
  {
    name: "moves to a time that somebody has",
    proves: "policy",
    arrange: both(has10, has({ at: "2026-12-04 11:00", customer: "vera" })),
    script: asks("reschedule-appointment", { ...PROVEN, starts_at: "2026-12-04T11:00:00+01:00" }),
    expects: { existing: confirmed, unsaid: ["Verborgen"] },
  },
  {
    name: "moves where that is no longer allowed",
    proves: "policy",
    arrange: both(has10, setPolicy("reschedule", { minHoursNotice: 240, violationAction: "block" })),
    script: asks("reschedule-appointment", { ...PROVEN, starts_at: "2026-12-04T11:00:00+01:00", confirm: true }),
    expects: { existing: confirmed, statuses: { "reschedule-appointment": "not_allowed" } },
  },
  {
    name: "asks for their own next appointment",
    proves: "policy",
    arrange: has10,
    script: asks("find-appointments"),
    expects: { existing: confirmed, statuses: { "find-appointments": "ok" } },
  },
];

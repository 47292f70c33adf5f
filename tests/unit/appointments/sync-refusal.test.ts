import { expect, it } from "vitest";
import { refusalOf, type SyncRefusal } from "@/components/appointments/details/sync-refusal";
import german from "@/public/locales/de/appointments.json";
import english from "@/public/locales/en/appointments.json";

it.each<[SyncRefusal, string]>([
  ["taken", "User either already has booking at this time or is not available"],
  ["taken", "One of the hosts either already has booking at this time or is not available"],
  ["taken", "booking_conflict_error"],
  ["past", "Attempting to book a meeting in the past."],
  [
    "out_of_window",
    "The event type can't be booked at the \"start\" time provided. This could be because it's too soon or too far.",
  ],
  ["other_length", "the event type can't be booked for 50 minutes"],
  ["other_length", "Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths."],
  ["not_mapped", "no event type for Färben / Aylin Demir"],
  ["already_begun", "begun already, and not entered at Cal.com before"],
  ["no_contact", "the customer has neither phone nor e-mail"],
  ["no_contact", "Attendee email is required by this event type"],
  ["key_refused", "Your api key is not valid."],
  ["gone", "Event type with id 77 not found"],
  ["not_understood", "the booking could not be understood"],
  ["other", "Something that nobody has heard before"],
])("knows what is meant: %s", (meaning, said) => {
  expect(refusalOf(said)).toBe(meaning);
  for (const { calcom } of [german, english]) expect(calcom.refusals[meaning]).toMatch(/\.$/);
});

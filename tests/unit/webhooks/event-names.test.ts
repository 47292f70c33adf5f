import { expect, it } from "vitest";
import german from "@/public/locales/de/webhooks.json";
import english from "@/public/locales/en/webhooks.json";
import { TRIGGERS as ASKED_FOR } from "@/server/calcom/connection/rules";
import { LIFECYCLE_EVENTS, TRANSCRIPT_UPDATED } from "@/server/calls/rules/provider-call";
import { TRIGGERS } from "@/server/sandbox/calcom/announce";

/** As they stand in the providers' documents. */
const TRANSFERS = ["started", "bridged", "cancelled", "ended"].map((state) => `transfer_${state}`);
const MESSAGES = ["queued", "sent", "delivered", "undelivered", "failed", "read", "received"];
const MAILS = ["sent", "delivered", "delivery_delayed", "bounced", "complained", "failed", "suppressed", "scheduled"];
const MORE_MAILS = ["opened", "clicked", "received"];

const told = [
  ...[...ASKED_FOR, ...TRIGGERS, "PING", "DELEGATION_CREDENTIAL_ERROR", "WRONG_ASSIGNMENT_REPORT"],
  ...[...LIFECYCLE_EVENTS, TRANSCRIPT_UPDATED, "call_inbound", ...TRANSFERS],
  ...MESSAGES.map((state) => `message_${state}`),
  ...[...MAILS, ...MORE_MAILS].map((state) => `email_${state}`),
];

it.each([
  ["German", german],
  ["English", english],
])("whatever a provider tells has a name in %s", (_, { events }) => {
  expect(told.filter((event) => !(event in events))).toEqual([]);
});

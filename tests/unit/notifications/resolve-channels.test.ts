import { expect, it } from "vitest";
import { type ConfigurationRow, resolveChannels } from "@/server/notifications/rules/resolve-channels";
import type { NotificationEvent } from "@/server/notifications/schema";

const row = (overrides: Partial<ConfigurationRow>): ConfigurationRow => ({
  ...{ configurableType: "company", channel: "sms", fallbackChannel: null, isEnabled: true },
  ...{ retryCount: null, retryDelayMinutes: null, templateOverrideId: null },
  ...overrides,
});

/** As the registry has it. */
const resolved = (event: NotificationEvent, rows: ConfigurationRow[]) =>
  resolveChannels(event, { rows, canBeDisabled: event !== "verification_code" });

it("never shows a customer's code to the team", () => {
  const rows = [row({ channel: "in_app" }), row({ channel: "email", fallbackChannel: "in_app" })];
  expect(resolved("verification_code", rows)).toMatchObject({ channels: ["email"], fallbackChannel: null });
  expect(resolved("verification_code", [row({ channel: "in_app" })])).toMatchObject({ channels: ["sms"] });
  expect(resolved("callback_created", [row({ channel: "in_app" })])).toMatchObject({ channels: ["in_app"] });
});

it("takes the nearest level's channels, and sends nothing when the business switched an event off", () => {
  const rows = [
    row({ channel: "email" }),
    row({ configurableType: "branch", channel: "sms", fallbackChannel: "email" }),
  ];
  expect(resolved("reminder_24h", rows)).toMatchObject({ channels: ["sms"], fallbackChannel: "email" });
  expect(resolved("reminder_24h", [row({ isEnabled: false })])).toMatchObject({ channels: [] });
  expect(resolved("verification_code", [row({ isEnabled: false })])).toMatchObject({ channels: ["sms"] });
});

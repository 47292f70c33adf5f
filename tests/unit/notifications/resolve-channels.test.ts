import { expect, it } from "vitest";
import { type ConfigurationRow, resolveChannels } from "@/server/notifications/rules/resolve-channels";

const row = (overrides: Partial<ConfigurationRow>): ConfigurationRow => ({
  ...{ configurableType: "company", channel: "sms", fallbackChannel: null, isEnabled: true },
  ...{ retryCount: null, retryDelayMinutes: null, templateOverrideId: null },
  ...overrides,
});

it("never shows a customer's code to the team", () => {
  const rows = [row({ channel: "in_app" }), row({ channel: "email", fallbackChannel: "in_app" })];
  expect(resolveChannels("verification_code", rows)).toMatchObject({ channels: ["email"], fallbackChannel: null });
  expect(resolveChannels("verification_code", [row({ channel: "in_app" })])).toMatchObject({ channels: ["sms"] });
  expect(resolveChannels("callback_created", [row({ channel: "in_app" })])).toMatchObject({ channels: ["in_app"] });
});

it("takes the nearest level's channels, and sends nothing when the business switched an event off", () => {
  const rows = [
    row({ channel: "email" }),
    row({ configurableType: "branch", channel: "sms", fallbackChannel: "email" }),
  ];
  expect(resolveChannels("reminder_24h", rows)).toMatchObject({ channels: ["sms"], fallbackChannel: "email" });
  expect(resolveChannels("reminder_24h", [row({ isEnabled: false })])).toMatchObject({ channels: [] });
  expect(resolveChannels("verification_code", [row({ isEnabled: false })])).toMatchObject({ channels: ["sms"] });
});

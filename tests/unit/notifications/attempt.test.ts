import { expect, it } from "vitest";
import { type AttemptResult, toIntegrationResult } from "@/server/notifications/rules/attempt";

const error = "20500: trouble";

it.each<[string, AttemptResult, unknown]>([
  ["an answer that is none", { kind: "fault", error, status: null }, { kind: "fault", error: "no answer" }],
  ["trouble over there", { kind: "fault", error, status: 503 }, { kind: "fault", error: "answered 503" }],
  ["a request for rest", { kind: "fault", error, status: 429 }, { kind: "rate_limited", retryAfterSeconds: 30 }],
  [
    "a request for so much rest",
    { kind: "fault", error, status: 429, retryAfterSeconds: 7 },
    { kind: "rate_limited", retryAfterSeconds: 7 },
  ],
  [
    "a key that is refused",
    { kind: "unauthorised", error, status: 403 },
    { kind: "unauthorised", error: "answered 403" },
  ],
  ["a number that is refused", { kind: "refused", error, status: 400 }, { kind: "success" }],
  ["a message that went out", { kind: "sent", providerMessageId: "1" }, { kind: "success" }],
])("takes %s for what it says about the provider", (_name, result, said) => {
  expect(toIntegrationResult(result)).toEqual(said);
});

it("hears nothing about the provider where it was not asked, or where our own quota is spent", () => {
  expect(toIntegrationResult({ kind: "refused", error: "not set up" })).toBeNull();
  const spent = { kind: "fault", error: "daily_quota_exceeded: enough", status: 429 } as const;
  expect(toIntegrationResult(spent)).toBeNull();
});

import { describe, expect, it } from "vitest";
import { redact, redactText } from "@/server/core/redact";

describe("a secret in a text", () => {
  it.each([
    ["a bearer token", "authorization: Bearer abc.def-123456", "abc.def-123456"],
    ["basic credentials", "Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"],
    ["a database address", "connect postgresql://app_rw:hunter2@db:5432/x", "hunter2"],
    ["a JSON web token", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig-nature", "eyJzdWIiOiIxIn0"],
    ["a key of ours", "key ask_live_AbCd1234_0123456789", "0123456789"],
    ["a provider's key", "refused key_1234567890abcdef", "1234567890abcdef"],
    ["a webhook secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    ["a session token", "token x2Lq8Zb0Yw1Rk9Tn5Vc3Hd7Gf4Js6Pm_-Aa1Bb2Cc3D", "x2Lq8Zb0Yw1Rk9Tn5Vc3Hd7Gf4Js6Pm"],
    ["a stored secret", "v2.0a1b2c3d.AAECAwQFBgcICQ.EBESExQVFhc", "EBESExQVFhc"],
    ["an e-mail address", "no mailbox maria.schaefer+x@example.com here", "maria.schaefer"],
    ["a number", "called +49 30 23125888 twice", "23125888"],
    ["a number as people write it", "ruf 030/23125888 an", "23125888"],
  ])("is taken out: %s", (_, text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });

  it.each([
    "call_019b76daa8007f70bfcfdd9a8fae1ffa",
    "019b76da-a800-7f70-bfcf-dd9a8fae1ffa",
    "2026-12-01T08:00:00.000+01:00",
    "1796112000000 ms",
    "at processTicksAndRejections (node:internal/process/task_queues:105:5)",
    "sync-appointment-to-calcom",
    "v2026.11.21, 0.1.0, port 41163",
    "INVALID_TRANSITION: not_started_yet",
  ])("is nothing of the kind: %s", (text) => {
    expect(redactText(text)).toBe(text);
  });
});

it("takes out fields by their names, at any depth and in any case", () => {
  const facts = {
    password: "x",
    headers: { Authorization: "y", cookie: "z", "x-retell-signature": "s" },
    list: [{ apiKey: "k", refresh_token: "t", from_number: "123", firstName: "Maria" }],
    code: "123456",
    inner: { verificationCode: 4711 },
  };
  expect(redact(facts)).toEqual({
    password: "[redacted]",
    headers: { Authorization: "[redacted]", cookie: "[redacted]", "x-retell-signature": "[redacted]" },
    list: [{ apiKey: "[redacted]", refresh_token: "[redacted]", from_number: "[redacted]", firstName: "[redacted]" }],
    code: "[redacted]",
    inner: { verificationCode: "[redacted]" },
  });
});

it("leaves what explains a fault", () => {
  const facts = {
    code: "P2002",
    apiKeyId: "019b76da",
    passwordChangedAt: "2026",
    requestId: "req-12345678",
    reason: "not_mapped",
    status: 503,
    at: null,
    n: 5n,
  };
  expect(redact(facts)).toEqual({ ...facts, n: 5 });
});

it("tells an error's message without what it quotes, and where it was", () => {
  const error = new Error("maria@example.com refused", { cause: new Error("Bearer abcdefgh") });
  const told = JSON.stringify(redact({ error }));
  expect(told).toContain("refused");
  expect(told).toContain("redact.test.ts");
  expect(told).not.toMatch(/maria|abcdefgh/);
});

it("ends at something that contains itself", () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(JSON.stringify(redact(loop))).toContain("[too deep]");
});

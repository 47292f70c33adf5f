import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendMail } from "@/server/core/adapters/resend";
import { sendSms } from "@/server/notifications/adapters/twilio";
import { leadTo } from "../../support/provider-door";

/** What the provider answers next, through the vendors' own SDKs. */
let answer: { status: number; body: object };
let provider: Server;

beforeAll(async () => {
  provider = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  leadTo((provider.address() as AddressInfo).port);
});
afterAll(() => {
  leadTo(null);
  provider.closeAllConnections();
  provider.close();
});

type Kind = "refused" | "unauthorised" | "fault";

it.each<[number, string, Kind]>([
  [400, "validation_error", "refused"],
  [401, "missing_api_key", "unauthorised"],
  [401, "restricted_api_key", "unauthorised"],
  [403, "invalid_api_key", "unauthorised"],
  [403, "validation_error", "unauthorised"],
  [404, "not_found", "unauthorised"],
  [409, "concurrent_idempotent_requests", "fault"],
  [409, "invalid_idempotent_request", "refused"],
  [422, "invalid_from_address", "unauthorised"],
  [422, "missing_required_field", "refused"],
  [429, "monthly_quota_exceeded", "fault"],
  [429, "rate_limit_exceeded", "fault"],
  [451, "security_error", "refused"],
  [500, "internal_server_error", "fault"],
])("takes an e-mail that is answered %i %s for %s", async (statusCode, name, kind) => {
  answer = { status: statusCode, body: { statusCode, name, message: "in words" } };
  const mail = { idempotencyKey: "k", to: "a@example.com", subject: "s", text: "t", html: null };
  expect(await sendMail(mail)).toMatchObject({ kind, error: `${name}: in words`, status: statusCode });
});

it("knows a refused key also by its words", async () => {
  answer = { status: 400, body: { statusCode: 400, name: "validation_error", message: "API key is invalid" } };
  const mail = { idempotencyKey: "k", to: "a@example.com", subject: "s", text: "t", html: null };
  expect(await sendMail(mail)).toMatchObject({ kind: "unauthorised", status: 400 });
});

it.each<[number, number, Kind]>([
  [400, 21211, "refused"],
  [400, 21610, "refused"],
  [400, 21614, "refused"],
  [403, 21610, "refused"],
  [400, 21212, "unauthorised"],
  [400, 21606, "unauthorised"],
  [400, 21659, "unauthorised"],
  [400, 20003, "unauthorised"],
  [401, 20003, "unauthorised"],
  [403, 20003, "unauthorised"],
  [403, 20403, "unauthorised"],
  [404, 20404, "unauthorised"],
  [400, 21611, "fault"],
  [429, 20429, "fault"],
  [500, 20500, "fault"],
  [503, 20503, "fault"],
])("takes a text message that is answered %i with %i for %s", async (status, code, kind) => {
  answer = { status, body: { status, code, message: "in words" } };
  const result = await sendSms({ to: "+4915228817386", body: "t", triedAt: null });
  expect(result).toMatchObject({ kind, error: `${code}: in words`, status });
});

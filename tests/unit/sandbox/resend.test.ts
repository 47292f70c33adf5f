import { Resend } from "resend";
import { expect, it, onTestFinished, vi } from "vitest";
import { startReceiver } from "./receiver";
import { KEYS, runSandbox } from "./running-sandbox";

const MAIL = {
  from: "Salon <termine@salon.example>",
  to: "berta@example.de",
  subject: "Ihr Termin",
  text: "Bis morgen!",
};

async function mailbox(config = {}) {
  const sandbox = await runSandbox(config);
  return { ...sandbox, resend: new Resend(KEYS.resendApiKey, { baseUrl: `${sandbox.url}/resend` }) };
}

it("takes an e-mail, shows it again and puts it into the inbox", async () => {
  const { resend, steer } = await mailbox();
  const { data, error } = await resend.emails.send({ ...MAIL, tags: [{ name: "kind", value: "confirmation" }] });
  expect(error).toBeNull();
  const shown = await resend.emails.get(data?.id ?? "");
  expect(shown.data).toMatchObject({ object: "email", to: ["berta@example.de"], subject: "Ihr Termin" });
  const { body } = await steer("/messages");
  expect(body).toMatchObject([{ id: data?.id, channel: "email", to: "berta@example.de", text: "Bis morgen!" }]);
});

it("refuses a wrong key", async () => {
  const { url } = await mailbox();
  const { error } = await new Resend("re_wrong", { baseUrl: `${url}/resend` }).emails.send(MAIL);
  expect(error).toMatchObject({ name: "invalid_api_key", statusCode: 403 });
});

it.each([
  ["from", { ...MAIL, from: "salon" }, "invalid_from_address"],
  ["to", { ...MAIL, to: "nobody" }, "validation_error"],
  ["to", { ...MAIL, to: [] }, "validation_error"],
  ["html", { ...MAIL, text: "" }, "validation_error"],
  ["tags", { ...MAIL, tags: [{ name: "art", value: "Bestätigung" }] }, "validation_error"],
])("refuses a bad `%s`", async (field, mail, name) => {
  const { resend } = await mailbox();
  const { error } = await resend.emails.send(mail);
  expect(error?.name).toBe(name);
  expect(error?.message).toContain(`\`${field}`);
});

it("names a field that is missing", async () => {
  const { url } = await mailbox();
  const headers = { authorization: `Bearer ${KEYS.resendApiKey}` };
  const body = JSON.stringify({ from: MAIL.from, to: MAIL.to });
  const response = await fetch(`${url}/resend/emails`, { method: "POST", headers, body });
  expect(await response.json()).toEqual({
    statusCode: 422,
    name: "missing_required_field",
    message: "Missing `subject` field.",
  });
});

it("sends once for one idempotency key, and refuses the key for another e-mail", async () => {
  const { resend, steer } = await mailbox();
  const first = await resend.emails.send(MAIL, { idempotencyKey: "confirm/1" });
  const again = await resend.emails.send(MAIL, { idempotencyKey: "confirm/1" });
  expect(again.data?.id).toBe(first.data?.id);
  const other = await resend.emails.send({ ...MAIL, subject: "Anders" }, { idempotencyKey: "confirm/1" });
  expect(other.error).toMatchObject({ name: "invalid_idempotent_request", statusCode: 409 });
  expect((await steer("/messages")).body).toHaveLength(1);
});

it("forgets an idempotency key after 24 hours", async () => {
  let now = new Date("2026-12-07T08:00:00Z");
  const { resend } = await mailbox({ now: () => now });
  const first = await resend.emails.send(MAIL, { idempotencyKey: "confirm/1" });
  now = new Date(now.getTime() + 24 * 3_600_000);
  const later = await resend.emails.send(MAIL, { idempotencyKey: "confirm/1" });
  expect(later.data?.id).not.toBe(first.data?.id);
});

it("takes a batch whole or not at all", async () => {
  const { resend, steer } = await mailbox();
  const bad = await resend.batch.send([MAIL, { ...MAIL, to: "nobody" }]);
  expect(bad.error?.name).toBe("validation_error");
  expect((await steer("/messages")).body).toHaveLength(0);
  const good = await resend.batch.send([MAIL, { ...MAIL, to: "carl@example.de" }]);
  expect(good.data?.data).toHaveLength(2);
});

it("tells of sending and delivery, signed so that the SDK believes it", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const { resend } = await mailbox({ appUrl: receiver.url, now: () => new Date() });
  const { data } = await resend.emails.send(MAIL);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 60_000 });
  const events = receiver.received.map(({ raw, headers }) =>
    resend.webhooks.verify({
      payload: raw,
      headers: {
        id: String(headers["svix-id"]),
        timestamp: String(headers["svix-timestamp"]),
        signature: String(headers["svix-signature"]),
      },
      webhookSecret: KEYS.resendWebhookSecret,
    }),
  );
  expect(events).toMatchObject([
    { type: "email.sent", data: { email_id: data?.id } },
    { type: "email.delivered", data: { email_id: data?.id } },
  ]);
});

it.each([
  ["bounced@resend.dev", ["email.sent", "email.bounced"]],
  ["complained@resend.dev", ["email.sent", "email.delivered", "email.complained"]],
  ["carl@example.de", ["email.suppressed"]],
])("ends an e-mail to %s in its own way", async (to, types) => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const { resend, steer } = await mailbox({ appUrl: receiver.url });
  await steer("/outcomes", { address: "carl@example.de", outcome: "suppressed" });
  await resend.emails.send({ ...MAIL, to });
  await vi.waitFor(() => expect(receiver.received.map(({ raw }) => JSON.parse(raw).type)).toEqual(types), {
    timeout: 60_000,
  });
});

it("repeats an event under the id that it had", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const { resend, steer } = await mailbox({ appUrl: receiver.url });
  await steer("/faults", { provider: "resend", kind: "duplicate_webhook", path: "email.delivered" });
  await steer("/faults", { provider: "resend", kind: "lost_webhook", path: "email.sent" });
  await resend.emails.send(MAIL);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 60_000 });
  const [first, second] = receiver.received.map(({ headers }) => headers["svix-id"]);
  expect(second).toBe(first);
});

it("keeps a scheduled e-mail until it is cancelled, and cancels no other", async () => {
  const { resend } = await mailbox();
  const later = await resend.emails.send({ ...MAIL, scheduledAt: "2026-12-09T08:00:00Z" });
  const id = later.data?.id ?? "";
  expect((await resend.emails.get(id)).data?.last_event).toBe("scheduled");
  expect((await resend.emails.cancel(id)).error).toBeNull();
  const now = await resend.emails.send(MAIL);
  expect((await resend.emails.cancel(now.data?.id ?? "")).error?.name).toBe("validation_error");
});

it("takes the good ones of a permissive batch and names the others", async () => {
  const { resend, steer } = await mailbox();
  const mixed = await resend.batch.send([{ ...MAIL, to: "nobody" }, MAIL], { batchValidation: "permissive" });
  expect(mixed.data).toMatchObject({ errors: [{ index: 0 }] });
  expect((await steer("/messages")).body).toHaveLength(1);
});

it("takes so many a second and refuses the rest, where it is told to", async () => {
  const { resend } = await mailbox({ resendRateLimit: 2 });
  const names = [];
  for (const _ of [1, 2, 3]) names.push((await resend.emails.send(MAIL)).error?.name);
  expect(names).toEqual([undefined, undefined, "rate_limit_exceeded"]);
});

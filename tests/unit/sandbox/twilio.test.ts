import twilio from "twilio";
import { expect, it, onTestFinished, vi } from "vitest";
import { countSegments } from "@/server/sandbox/twilio/segments";
import { startReceiver } from "./receiver";
import { KEYS, runSandbox } from "./running-sandbox";

const TEXT = { to: "+4915112345678", from: "Salon", body: "Ihr Termin ist bestätigt." };

async function telephone(config = {}) {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.stop());
  const sandbox = await runSandbox({ appUrl: receiver.url, ...config });
  const client = twilio(KEYS.twilioAccountSid, KEYS.twilioAuthToken);
  client.api.baseUrl = `${sandbox.url}/twilio`;
  const forms = () => receiver.received.map(({ raw }) => Object.fromEntries(new URLSearchParams(raw)));
  return { ...sandbox, client, receiver, forms };
}

it("takes a message, shows it again and tells the status callback of its way", async () => {
  const { client, receiver, forms, steer } = await telephone();
  const statusCallback = `${receiver.url}/webhooks/twilio?message=1`;
  const sent = await client.messages.create({ ...TEXT, statusCallback });
  expect(sent).toMatchObject({ status: "queued", to: TEXT.to, numSegments: "1" });
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 60_000 });
  expect(forms()).toMatchObject([
    { MessageSid: sent.sid, MessageStatus: "sent" },
    { MessageSid: sent.sid, MessageStatus: "delivered" },
  ]);
  for (const [index, { headers }] of receiver.received.entries()) {
    const signature = String(headers["x-twilio-signature"]);
    expect(twilio.validateRequest(KEYS.twilioAuthToken, signature, statusCallback, forms()[index] ?? {})).toBe(true);
  }
  expect((await client.messages(sent.sid).fetch()).status).toBe("delivered");
  expect((await steer("/messages")).body).toMatchObject([{ channel: "sms", text: TEXT.body, status: "delivered" }]);
});

it("can be told that messages do not arrive", async () => {
  const { client, receiver, forms } = await telephone({ twilioOutcome: "undelivered" });
  await client.messages.create({ ...TEXT, statusCallback: receiver.url });
  await vi.waitFor(() => expect(forms()[1]).toMatchObject({ MessageStatus: "undelivered", ErrorCode: "30003" }), {
    timeout: 60_000,
  });
});

it.each([
  [21211, { to: "0151 123" }],
  [21212, { from: "Ein zu langer Absender" }],
  [21617, { body: "x".repeat(1601) }],
  [21602, { body: "" }],
])("refuses with %i", async (code, change) => {
  const { client } = await telephone();
  await expect(client.messages.create({ ...TEXT, ...change })).rejects.toMatchObject({ status: 400, code });
});

it("refuses wrong credentials", async () => {
  const { url } = await telephone();
  const stranger = twilio(KEYS.twilioAccountSid, "wrong");
  stranger.api.baseUrl = `${url}/twilio`;
  await expect(stranger.messages.create(TEXT)).rejects.toMatchObject({ status: 401, code: 20003 });
});

it("brings an answer to the product, and after STOP sends no more to that number", async () => {
  const { client, receiver, steer, forms, url } = await telephone();
  await steer("/messages/inbound", { from: TEXT.to, to: "+4930123456", body: " stop " });
  const [received] = receiver.received;
  expect(received?.path).toBe("/webhooks/twilio");
  const signature = String(received?.headers["x-twilio-signature"]);
  const address = `${receiver.url}/webhooks/twilio`;
  expect(twilio.validateRequest(KEYS.twilioAuthToken, signature, address, forms()[0] ?? {})).toBe(true);
  await expect(client.messages.create(TEXT)).rejects.toMatchObject({ code: 21610 });
  await fetch(`${url}/_/messages/inbound`, {
    method: "POST",
    body: JSON.stringify({ from: TEXT.to, to: "+4930123456", body: "START" }),
  });
  expect((await client.messages.create(TEXT)).status).toBe("queued");
});

it("lets messages to one number end as it was told", async () => {
  const { client, receiver, forms, steer } = await telephone();
  await steer("/outcomes", { address: TEXT.to, outcome: "undelivered", errorCode: 30005 });
  await client.messages.create({ ...TEXT, statusCallback: receiver.url });
  await vi.waitFor(() => expect(forms()[1]).toMatchObject({ MessageStatus: "undelivered", ErrorCode: "30005" }), {
    timeout: 60_000,
  });
});

it("carries free words by WhatsApp only to whoever wrote within a day, and templates to anybody", async () => {
  const { client, receiver, forms, steer } = await telephone();
  const [to, from] = [`whatsapp:${TEXT.to}`, "whatsapp:+4930123456"];
  const end = async (message: object) => {
    const before = receiver.received.length;
    await client.messages.create({ to, from, statusCallback: `${receiver.url}/status`, ...message });
    await vi.waitFor(() => expect(["failed", "read"]).toContain(forms().slice(before).at(-1)?.MessageStatus), {
      timeout: 60_000,
    });
    return forms().at(-1);
  };
  expect(await end({ body: "Hallo" })).toMatchObject({ MessageStatus: "failed", ErrorCode: "63016" });
  expect(await end({ contentSid: `HX${"1".repeat(32)}` })).toMatchObject({ MessageStatus: "read" });
  await steer("/messages/inbound", { from: to, to: from, body: "Guten Tag" });
  expect(await end({ body: "Hallo" })).toMatchObject({ MessageStatus: "read" });
  await expect(client.messages.create({ to, from: "Salon", body: "Hallo" })).rejects.toMatchObject({ code: 63007 });
});

it("lists messages a page at a time", async () => {
  const { client } = await telephone();
  for (const body of ["eins", "zwei", "drei"]) await client.messages.create({ ...TEXT, body });
  const all = await client.messages.list({ pageSize: 2 });
  expect(all.map(({ body }) => body)).toEqual(["drei", "zwei", "eins"]);
});

it.each([
  [1, "ä".repeat(160)],
  [2, "ä".repeat(161)],
  [2, "€".repeat(81)],
  [2, "😀".repeat(36)],
  [1, "„".repeat(70)],
])("bills %i parts", (parts, text) => expect(countSegments(text)).toBe(parts));

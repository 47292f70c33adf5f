import { Resend } from "resend";
import Retell from "retell-sdk";
import twilio from "twilio";
import { describe, expect, it, onTestFinished } from "vitest";
import { startReceiver } from "./receiver";
import { bookingAt, HAIRCUT, KEYS, OWNER, runSandbox } from "./running-sandbox";

type Running = Awaited<ReturnType<typeof runSandbox>> & { hook: string };
interface Told {
  raw: string;
}
interface Provider {
  /** Does what the provider tells three times of. */
  cause: (running: Running) => Promise<unknown>;
  /** What it tells, in its own order. */
  events: string[];
  eventOf: (told: Told) => string | null;
}

const fieldOf = (name: string) => (told: Told) => JSON.parse(told.raw)[name] as string;

const PROVIDERS: Record<string, Provider> = {
  calcom: {
    events: ["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_CANCELLED"],
    eventOf: fieldOf("triggerEvent"),
    async cause({ steer, calcom, hook }) {
      await steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT], subscribers: [{ subscriberUrl: hook }] });
      const { body: made } = await calcom("/bookings", { body: bookingAt("2026-12-08T09:00:00Z") });
      const move = { start: "2026-12-08T11:00:00Z" };
      const { body: moved } = await calcom(`/bookings/${made.data.uid}/reschedule`, { body: move });
      await calcom(`/bookings/${moved.data.uid}/cancel`, { body: { cancellationReason: "krank" } });
    },
  },
  retell: {
    events: ["call_started", "call_ended", "call_analyzed"],
    eventOf: (told) => (fieldOf("event")(told)?.startsWith("call_inbound") ? null : (fieldOf("event")(told) ?? null)),
    async cause({ url, steer, hook }) {
      const retell = new Retell({ apiKey: KEYS.retellApiKey, baseURL: `${url}/retell`, maxRetries: 0 });
      const llm = await retell.llm.create({ general_prompt: "Sei freundlich.", model: "gpt-4.1" });
      const response_engine = { type: "retell-llm" as const, llm_id: llm.llm_id };
      const { agent_id } = await retell.agent.create({ response_engine, voice_id: "11labs-Anna", webhook_url: hook });
      await steer("/calls", { to_number: "+4930123456", agent_id, scenario: "info" });
    },
  },
  twilio: {
    events: ["sent", "delivered", "read"],
    eventOf: ({ raw }) => new URLSearchParams(raw).get("MessageStatus"),
    async cause({ url, hook }) {
      const client = twilio(KEYS.twilioAccountSid, KEYS.twilioAuthToken);
      client.api.baseUrl = `${url}/twilio`;
      const template = {
        contentSid: `HX${"1".repeat(32)}`,
        from: "whatsapp:+4930123456",
        to: "whatsapp:+4915112345678",
      };
      await client.messages.create({ ...template, statusCallback: hook });
    },
  },
  resend: {
    events: ["email.sent", "email.delivered", "email.complained"],
    eventOf: fieldOf("type"),
    async cause({ url }) {
      const resend = new Resend(KEYS.resendApiKey, { baseUrl: `${url}/resend` });
      await resend.emails.send({
        from: "salon@example.com",
        to: "complained@resend.dev",
        subject: "Termin",
        text: "Bis morgen!",
      });
    },
  },
};

describe.each(Object.entries(PROVIDERS))("what %s tells", (provider, { cause, events, eventOf }) => {
  /** What arrived of it under a fault, and what the sandbox says that it delivered or lost. */
  async function told(kind: string, more: object = {}) {
    const receiver = await startReceiver();
    onTestFinished(() => receiver.stop());
    const sandbox = await runSandbox({ appUrl: receiver.url, now: () => new Date("2026-12-07T08:00:00Z") });
    await sandbox.steer("/faults", { provider, kind, latencyMs: 60_000, ...more });
    await cause({ ...sandbox, hook: `${receiver.url}/hook` });
    const arrived = () =>
      receiver.received.flatMap((one) => (events.includes(eventOf(one) ?? "") ? [eventOf(one)] : []));
    const flush = async (count: number) =>
      expect.poll(async () => (await sandbox.steer("/deliveries/flush", {})).body.released).toBe(count);
    const log = async () => (await sandbox.steer("/deliveries")).body as { event: string; fault: string | null }[];
    return { arrived, flush, log };
  }

  it("comes twice", async () => {
    const { arrived } = await told("duplicate_webhook", { path: events[1] });
    await expect.poll(arrived).toEqual([events[0], events[1], events[1], events[2]]);
  });

  it("gets lost, which the log says", async () => {
    const { arrived, log } = await told("lost_webhook", { path: events[1] });
    await expect.poll(arrived).toEqual([events[0], events[2]]);
    expect(await log()).toContainEqual(expect.objectContaining({ event: events[1], fault: "lost_webhook" }));
  });

  it("comes late, after what happened since", async () => {
    const { arrived, flush } = await told("late_webhook", { path: events[0], count: 1 });
    await expect.poll(arrived).toEqual(events.slice(1));
    await flush(1);
    expect(arrived()).toEqual([...events.slice(1), events[0]]);
  });

  it("comes in another order, each once", async () => {
    const { arrived } = await told("shuffled_webhook");
    await expect.poll(() => arrived().length).toBe(3);
    expect(arrived()).not.toEqual(events);
    expect([...arrived()].sort()).toEqual([...events].sort());
  });
});

import { onTestFinished } from "vitest";
import type { SandboxConfig } from "@/server/sandbox/config";
import { startSandbox } from "@/server/sandbox/start-sandbox";

export const KEYS = {
  retellApiKey: "key_retell",
  calcomApiKeys: ["cal_test_one", "cal_test_two"],
  calcomWebhookSecret: "calcom-secret",
  twilioAccountSid: `AC${"1".repeat(32)}`,
  twilioAuthToken: "twilio-token",
  resendApiKey: "re_test",
  resendWebhookSecret: `whsec_${Buffer.from("resend-secret").toString("base64")}`,
};

/** Monday morning in Berlin, winter time. */
export const NOW = new Date("2026-12-07T08:00:00Z");

export const OWNER = {
  id: 1,
  name: "Anna Berg",
  email: "anna@salon.example",
  username: "anna",
  timeZone: "Europe/Berlin",
};
export const HAIRCUT = { id: 100, title: "Haarschnitt", slug: "haarschnitt", lengthInMinutes: 30, ownerId: 1 };

/** A sandbox of this test's own, stopped with it. */
export async function runSandbox(config: Partial<SandboxConfig> = {}) {
  const sandbox = await startSandbox({ ...KEYS, appUrl: "http://127.0.0.1:9", now: () => NOW, ...config });
  onTestFinished(() => sandbox.stop());
  return {
    ...sandbox,
    steer: (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") =>
      json(`${sandbox.url}/_${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    calcom: calcomClient(sandbox.url),
  };
}

const VERSIONS: Record<string, string> = {
  bookings: "2024-08-13",
  slots: "2024-09-04",
  "event-types": "2024-06-14",
  schedules: "2024-06-11",
};

type Call = { body?: unknown; key?: string; version?: string | null; method?: string };

function calcomClient(url: string) {
  return async (path: string, { body, key = KEYS.calcomApiKeys[0] ?? "", version, method }: Call = {}) => {
    const resource = path.split(/[/?]/)[1] ?? "";
    const sent = version === undefined ? (VERSIONS[resource] ?? "2024-08-13") : version;
    return json(`${url}/calcom/v2${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { authorization: `Bearer ${key}`, ...(sent ? { "cal-api-version": sent } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by the tests
export type Answer = { status: number; headers: Headers; body: any };

async function json(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, headers: { "content-type": "application/json", ...init.headers } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
}

/** The body of a booking at a wall time of the test week. */
export function bookingAt(start: string, changes: Record<string, unknown> = {}) {
  const attendee = { name: "Berta Kundin", timeZone: "Europe/Berlin", email: "berta@example.de", language: "de" };
  return { start, eventTypeId: HAIRCUT.id, attendee, metadata: { appointmentId: "a-1" }, ...changes };
}

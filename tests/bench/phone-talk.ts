import { setTimeout as pause } from "node:timers/promises";
import type { Demo } from "../e2e/support/demo";
import { functionRequest, type PhoneCall, signedRequest } from "../support/phone-requests";
import { type Figure, percentile } from "./figure";
import { type PhoneLine, wishOf } from "./phone-calls";

const CALLS = 20;
const TALKS_OF_EACH = 5;
/** A call in which something is asked every second: more often than people and agents can talk. */
const PAUSE_MS = { least: 500, most: 1500 };
const INBOUND = "call_inbound";

interface Talk {
  demo: Demo;
  line: PhoneLine;
  run: string;
}

interface Answer {
  status?: string;
  slot?: { slot_id: string } | null;
  slots?: { slot_id: string }[];
  next_available_slots?: { slot_id: string }[];
  appointment_id?: string;
  appointment?: { appointment_id?: string };
}

/** What was asked in one conversation, in turn: each may need what an earlier answer told. */
interface Known {
  n: number;
  service: string;
  slotId?: string | undefined;
  appointmentId?: string | undefined;
}

type Question = [name: string, args: (line: PhoneLine, known: Known) => Record<string, unknown>];

/** Every function once; searching goes on until a time is offered, and what was booked is moved and called off again. */
const BEFORE: Question[] = [
  ["company-info", () => ({ topic: "Öffnungszeiten" })],
  ["check-customer", () => ({})],
  ["determine-service", (_, { service }) => ({ text: `einmal ${service}, bitte` })],
  ["extract-appointment-details", () => ({ text: "Ich hätte gern am Donnerstag um halb elf einen Termin" })],
  ["search-knowledge", () => ({ question: "Wo kann ich parken?" })],
];
const AFTER: Question[] = [
  ["book-appointment", (_, { slotId }) => ({ slot_id: slotId, customer_name: "Maria Beispiel" })],
  ["find-appointments", () => ({})],
  ["reschedule-appointment", (_, { appointmentId }) => ({ appointment_id: appointmentId, wish: "einen Tag später" })],
  ["cancel-appointment", (_, { appointmentId }) => ({ appointment_id: appointmentId, confirm: true })],
  ["collect-appointment", (line, { n }) => ({ ...wishOf(line, n + 1), customer_name: "Maria Beispiel" })],
  ["request-callback", () => ({ reason: "eine Frage zur Rechnung", preferred_times: "morgen vormittags" })],
  ["transfer-target", () => ({ reason: "möchte mit einem Menschen sprechen" })],
  ["send-code", () => ({})],
  ["verify-code", () => ({ code: "000000" })],
];

/**
 * How long the answers of every function take while twenty calls are under way at once, each with a conversation from the
 * provider's question before the agent speaks to its end. Nothing may end in an error.
 */
export async function benchTalks(talk: Talk): Promise<Figure[]> {
  const times = new Map<string, number[]>();
  const oneCall = async (index: number) => {
    for (let turn = 0; turn < TALKS_OF_EACH; turn++) await converse(talk, { n: index * TALKS_OF_EACH + turn, times });
  };
  await Promise.all(Array.from({ length: CALLS }, (_, index) => oneCall(index)));
  return [...times].map(([name, each]) => {
    const atMost = name === "book-appointment" ? 150 : 100;
    const value = Math.round(percentile(each, 0.95) * 10) / 10;
    return { name: `phone.calls20.${name}.p95Ms`, value, unit: "ms", goal: { atMost } };
  });
}

async function converse(
  { demo, line, run }: Talk,
  { n, times }: { n: number; times: Map<string, number[]> },
): Promise<void> {
  const from = line.callers[n % line.callers.length] ?? "";
  const call: PhoneCall = { callId: `call_bench_${run}t_${n}`, from, to: line.phoneNumber };
  const ask = async (name: string, args: Record<string, unknown>): Promise<Answer> => {
    await pause(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
    const request = await (name === INBOUND
      ? signedRequest(demo.retellApiKey, "/webhooks/retell", inboundOf(call))
      : functionRequest(demo.retellApiKey, { name, call, args }));
    const { path, headers, body } = request;
    const sentAt = performance.now();
    const answer = await fetch(new URL(path, demo.appUrl), { method: "POST", headers, body });
    const said = (await answer.json()) as Answer;
    times.set(name, [...(times.get(name) ?? []), performance.now() - sentAt]);
    if (answer.status !== 200 || said.status === "error")
      throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(said).slice(0, 300)}`);
    return said;
  };
  const known: Known = { n, service: wishOf(line, n).service };
  await ask(INBOUND, {});
  for (const [name, args] of BEFORE) await ask(name, args(line, known));
  for (let tries = 0; !known.slotId; tries++) {
    if (tries === 20) throw new Error("twenty wishes, and no time was offered");
    known.slotId = slotOf(await ask("check-availability", wishOf(line, n + CALLS * TALKS_OF_EACH * tries)));
  }
  for (const [name, args] of AFTER) {
    const { appointment_id, appointment } = await ask(name, args(line, known));
    known.appointmentId ??= appointment_id ?? appointment?.appointment_id;
    if (name === "book-appointment" && !known.appointmentId) throw new Error("nothing was booked");
  }
}

function inboundOf({ from, to }: PhoneCall) {
  return { event: INBOUND, call_inbound: { from_number: from, to_number: to, agent_id: "agent_test" } };
}

const slotOf = ({ slot, slots = [], next_available_slots = [] }: Answer): string | undefined =>
  [slot, ...slots, ...next_available_slots].find((one) => one)?.slot_id;

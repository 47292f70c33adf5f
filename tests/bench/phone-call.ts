import Retell from "retell-sdk";
import type { LoadRequest } from "./load";

/** A business as somebody knows it who dials its number. */
export interface PhoneLine {
  phoneNumber: string;
  serviceNames: string[];
  /** Numbers that its customers call from. */
  callers: string[];
}

export interface PhoneCall {
  callId: string;
  from: string;
  to: string;
}

/** What an agent's function needs to be asked for, as the provider sends it. */
export async function functionRequest(
  apiKey: string,
  { name, call, args }: { name: string; call: PhoneCall; args: Record<string, unknown> },
): Promise<LoadRequest> {
  const parties = { from_number: call.from, to_number: call.to, direction: "inbound" };
  const whole = { call_id: call.callId, call_type: "phone_call", agent_id: "agent_bench", call_status: "ongoing" };
  return signedRequest(apiKey, `/api/retell/${name}`, { name, call: { ...whole, ...parties }, args });
}

/** A request that the provider has signed. */
export async function signedRequest(apiKey: string, path: string, content: unknown): Promise<LoadRequest> {
  const body = JSON.stringify(content);
  const headers = { "content-type": "application/json", "x-retell-signature": await Retell.sign(body, apiKey) };
  return { path, headers, body };
}

const DAYS = [
  "morgen",
  "übermorgen",
  "nächsten Mittwoch",
  "Donnerstag in einer Woche",
  "in zwei Wochen am Freitag",
].concat(
  ["am nächsten Samstag", "in drei Wochen dienstags", "Mittwoch in vier Wochen", "in fünf Wochen am Donnerstag"],
  ["Freitag in sechs Wochen", "in acht Wochen dienstags"],
);
const TIMES = ["vormittags", "nachmittags", "um halb elf", "um viertel nach drei", "ab vierzehn Uhr"].concat(
  ["zwischen zehn und zwölf", "zwischen zwei und fünf", "um neun Uhr dreißig", "gegen Mittag"],
  ["so früh wie möglich", "kurz nach vier", "um 15:45 Uhr", "egal wann"],
);

const pick = <T>(list: T[], n: number): T => list[n % list.length] as T;

/** The nth thing that somebody asks for: over a thousand different ones before the first comes again. */
export function wishOf({ serviceNames }: PhoneLine, n: number): { service: string; wish: string } {
  const wish = `${pick(DAYS, n)} ${pick(TIMES, Math.floor(n / DAYS.length))}`;
  return { service: pick(serviceNames, n), wish };
}

/** The nth request of a line is made in this call: callers of one round never share a call, and each asks a dozen times. */
export function callOf(line: PhoneLine, { run, n, callers }: { run: string; n: number; callers: number }): PhoneCall {
  const index = (n % callers) + callers * Math.floor(n / (callers * 12));
  return { callId: `call_bench_${run}_${index}`, from: pick(line.callers, index), to: line.phoneNumber };
}

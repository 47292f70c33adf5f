import type { PhoneCall } from "../support/phone-requests";

/** A business as somebody knows it who dials its number. */
export interface PhoneLine {
  phoneNumber: string;
  serviceNames: string[];
  /** Numbers that its customers call from. */
  callers: string[];
}

const DAYS = [
  "morgen",
  "übermorgen",
  "nächsten Mittwoch",
  "Donnerstag in einer Woche",
  "am Freitag in zwei Wochen",
].concat(
  ["am nächsten Samstag", "am Dienstag in drei Wochen", "Mittwoch in vier Wochen", "am Donnerstag in fünf Wochen"],
  ["Freitag in sechs Wochen", "Dienstag in acht Wochen"],
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

/** So that no more times are held than as many callers hold who talk at once. */
const REQUESTS_OF_A_CALL = 100;

/** The nth request of a line is made in this call: callers of one round never share a call. */
export function callOf(line: PhoneLine, { run, n, callers }: { run: string; n: number; callers: number }): PhoneCall {
  const index = (n % callers) + callers * Math.floor(n / (callers * REQUESTS_OF_A_CALL));
  return { callId: `call_bench_${run}_${index}`, from: pick(line.callers, index), to: line.phoneNumber };
}

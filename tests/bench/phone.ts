import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Demo } from "../e2e/support/demo";
import { functionRequest, type PhoneCall } from "../support/phone-requests";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { largeCompany } from "./large-company";
import { compareLoads, type Load, type LoadRequest, type LoadResult } from "./load";
import { callOf, type PhoneLine, wishOf } from "./phone-calls";
import { benchTalks } from "./phone-talk";
import { toEmpty } from "./yardsticks";

const CALLERS = 4;
/** A process that customers call has answered for days: its code is compiled, its connections have planned their statements. */
const QUESTIONS = { rounds: 7, requestsPerRound: 800, warmUp: 1000 };
const BOOKINGS = { rounds: 5, requestsPerRound: 60, warmUp: 20 };
/** Bookable at any time of the day, so that hundreds of them find room. */
const SHORT_SERVICES = ["Beratung", "Augenbrauen", "Bartpflege", "Herrenhaarschnitt"];

interface Phone {
  demo: Demo;
  line: PhoneLine;
  run: string;
}

/** What a caller waits for, on the demo's salon and on one of five busy years; the job runner stands still meanwhile. */
export async function benchPhone({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  const large = await largeCompany({ platform: demo.platformDatabaseUrl, owner: demo.databaseUrl });
  const salon = {
    phoneNumber: demo.phoneNumber,
    serviceNames: Object.keys(demo.serviceIds),
    callers: await callersOf(demo),
  };
  const [small, big] = [salon, large].map((line) => ({ demo, line, run: randomBytes(4).toString("hex") })) as [
    Phone,
    Phone,
  ];
  return whilePaused("runner", async () => {
    const loads = {
      empty: emptyLoad(small),
      check: checkLoad(small),
      checkLarge: checkLoad(big),
      customer: customerLoad(small),
      customerLarge: customerLoad(big),
    };
    const asked = await compareLoads(loads, QUESTIONS);
    const booked = await compareLoads({ book: bookLoad(small), bookLarge: bookLoad(big) }, BOOKINGS);
    const beside = besideEmpty(asked.empty);
    const talks = await benchTalks(big);
    return [
      { name: "http.empty.p95Ms", value: round(asked.empty.p95Ms), unit: "ms" },
      beside("phone.check-availability.p95Ms", asked.check, { atMost: 50, ratioAtMost: 3 }),
      beside("phone.check-availability.p95Ms.large", asked.checkLarge, { atMost: 50, ratioAtMost: 3 }),
      beside("phone.check-customer.p95Ms", asked.customer, { atMost: 50 }),
      beside("phone.check-customer.p95Ms.large", asked.customerLarge, { atMost: 50 }),
      beside("phone.book-appointment.p95Ms", booked.book, { atMost: 150 }),
      beside("phone.book-appointment.p95Ms.large", booked.bookLarge, { atMost: 150 }),
      ...talks,
    ];
  });
}

function besideEmpty(empty: LoadResult) {
  const yardstick = { name: "http.empty.p95Ms", value: round(empty.p95Ms) };
  return (name: string, { p95Ms }: LoadResult, goal: NonNullable<Figure["goal"]>): Figure => {
    return { name, value: round(p95Ms), unit: "ms", yardstick, ratio: round(p95Ms / empty.p95Ms), goal };
  };
}

async function callersOf({ platformDatabaseUrl, companyId }: Demo): Promise<string[]> {
  const platform = new pg.Client({ connectionString: platformDatabaseUrl });
  await platform.connect();
  try {
    const sql = "SELECT e164 FROM customer_phones WHERE company_id = $1 ORDER BY id";
    const { rows } = await platform.query<{ e164: string }>(sql, [companyId]);
    return rows.map(({ e164 }) => e164);
  } finally {
    await platform.end();
  }
}

const checkRequest = ({ demo, line, run }: Phone, n: number): Promise<LoadRequest> =>
  functionRequest(demo.retellApiKey, {
    name: "check-availability",
    call: callOf(line, { run, n, callers: CALLERS }),
    args: wishOf(line, n),
  });

function checkLoad(phone: Phone): Load {
  return {
    baseUrl: phone.demo.appUrl,
    callers: CALLERS,
    request: (n) => checkRequest(phone, n),
    accepts: (status, body) => status === 200 && ["ok", "unavailable"].includes(JSON.parse(body).status),
  };
}

/** The same bodies, signed too, to the route that only reads them. */
function emptyLoad(phone: Phone): Load {
  return { baseUrl: phone.demo.appUrl, callers: CALLERS, request: async (n) => toEmpty(await checkRequest(phone, n)) };
}

function customerLoad({ demo, line, run }: Phone): Load {
  return {
    baseUrl: demo.appUrl,
    callers: CALLERS,
    request: (n) => {
      const call = callOf(line, { run: `${run}c`, n, callers: CALLERS });
      return functionRequest(demo.retellApiKey, { name: "check-customer", call, args: { phone_number: call.from } });
    },
    // Families share a number: then the name is asked for.
    accepts: (status, body) => status === 200 && ["ok", "needs_input"].includes(JSON.parse(body).status),
  };
}

/** Each booking is a call of its own that takes a slot which it was offered just before; asking is not counted. */
function bookLoad(phone: Phone): Load {
  const { demo, line, run } = phone;
  return {
    baseUrl: demo.appUrl,
    callers: CALLERS,
    request: async (n) => {
      const from = line.callers[n % line.callers.length] ?? "";
      const call = { callId: `call_bench_${run}b_${n}`, from, to: line.phoneNumber };
      const args = { slot_id: await findOffer(phone, { call, n }), customer_name: "Maria Beispiel" };
      return functionRequest(demo.retellApiKey, { name: "book-appointment", call, args });
    },
    accepts: (status, body) => status === 200 && JSON.parse(body).success === true,
  };
}

/** Some wishes fall on a day that is closed or full: like a caller, ask for something else then. */
async function findOffer({ demo, line }: Phone, { call, n }: { call: PhoneCall; n: number }): Promise<string> {
  const short = { ...line, serviceNames: SHORT_SERVICES.filter((name) => line.serviceNames.includes(name)) };
  for (let tries = 0; tries < 20; tries++) {
    const question = { name: "check-availability", call, args: wishOf(short, n + 7 * tries) };
    const [offer] = offersOf(await ask(demo, await functionRequest(demo.retellApiKey, question)));
    if (offer) return offer.slot_id;
  }
  throw new Error("twenty wishes, and no time was offered");
}

async function ask({ appUrl }: Demo, { path, headers, body }: LoadRequest): Promise<Answer> {
  const answer = await fetch(new URL(path, appUrl), { method: "POST", headers: headers ?? {}, body: body ?? "" });
  return (await answer.json()) as Answer;
}

interface Offer {
  slot_id: string;
}
interface Answer {
  slot?: Offer | null;
  slots?: Offer[];
  next_available_slots?: Offer[];
}

function offersOf({ slot, slots = [], next_available_slots = [] }: Answer): Offer[] {
  return [...(slot ? [slot] : []), ...slots, ...next_available_slots];
}

const round = (value: number) => Math.round(value * 100) / 100;

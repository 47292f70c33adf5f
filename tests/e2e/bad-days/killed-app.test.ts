import { expect } from "@playwright/test";
import { appointmentsOf } from "../support/bookings";
import type { Demo } from "../support/demo";
import { type OwnCopy, test } from "../support/own-copy";
import { type Telephone, telephoneOf } from "../support/telephone";

const CALLS = 50;
const DAYS = [
  "nächsten Mittwoch",
  "am Donnerstag in einer Woche",
  "am Freitag in zwei Wochen",
  "am Dienstag in drei Wochen",
];
const SERVICES = ["Herrenhaarschnitt", "Beratung", "Augenbrauen", "Bartpflege"];

/** Fifty calls, each of them with a time that it was offered. */
function offerTimes(telephone: Telephone) {
  return Promise.all(
    Array.from({ length: CALLS }, async (_, n) => {
      const call = telephone.ring(`+4930231255${String(n).padStart(2, "0")}`);
      const wishes = DAYS.map((_day, shift) => {
        return { service: SERVICES[n % SERVICES.length], wish: `${DAYS[(n + shift) % DAYS.length]} egal wann` };
      });
      const { slot_id } = await telephone.findOffer(call, wishes);
      return { call, args: { slot_id, customer_name: "Kim Beispiel" } };
    }),
  );
}

/** All book at once; half-way the process is killed, and whoever got no answer asks again. */
async function bookThroughACrash({ demo, kill }: OwnCopy, unit: "app" | "database") {
  const telephone = telephoneOf(demo);
  const offered = await offerTimes(telephone);
  let answered = 0;
  const answers = await Promise.all(
    offered.map(async ({ call, args }) => {
      const first = await telephone.tryAsk(call, "book-appointment", args);
      answered += 1;
      if (answered === CALLS / 5) kill(unit);
      if (first?.status === 200 && first.answer.status !== "error") return { ...first.answer, isFirst: true };
      return { ...(await telephone.insist(call, "book-appointment", args)), isFirst: false };
    }),
  );
  return { telephone, offered, answers };
}

type Outcome = Awaited<ReturnType<typeof bookThroughACrash>>;

async function expectKept(demo: Demo, { telephone, offered, answers }: Outcome) {
  expect(answers.filter(({ isFirst }) => !isFirst).length, "the crash hit nobody").toBeGreaterThan(0);
  expect(answers.filter(({ success }) => !success)).toEqual([]);
  const made = await appointmentsOf(
    demo,
    offered.map(({ call }) => call.callId),
  );
  expect(made.map(({ id }) => id).sort()).toEqual(answers.map((answer) => answer.appointment_id).sort());
  expect(new Set(made.map((one) => one.retell_call_id)).size).toBe(CALLS);
  const again = await Promise.all(offered.map(({ call, args }) => telephone.insist(call, "book-appointment", args)));
  expect(again.map((answer) => answer.appointment_id)).toEqual(answers.map((answer) => answer.appointment_id));
}

test("the application is killed during fifty bookings: what was answered stands, once", async ({ copy }) => {
  await expectKept(copy.demo, await bookThroughACrash(copy, "app"));
});

test("PostgreSQL is killed during fifty bookings: what was answered stands, once", async ({ copy }) => {
  await expectKept(copy.demo, await bookThroughACrash(copy, "database"));
});

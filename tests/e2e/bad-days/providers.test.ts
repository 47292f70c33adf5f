import { expect } from "@playwright/test";
import { appointmentsOf, calcomBookingsOf, expectQuiet, reachableCallers } from "../support/bookings";
import { type OwnCopy, test } from "../support/own-copy";
import { readRows } from "../support/platform";
import { sandboxOf } from "../support/sandbox";
import { telephoneOf } from "../support/telephone";

const PROVIDERS = ["calcom", "twilio", "resend"] as const;
const WISHES = [
  "am Mittwoch in einer Woche egal wann",
  "am Donnerstag in drei Wochen egal wann",
  "am Freitag in vier Wochen egal wann",
];

/** Customers with a telephone and an e-mail address book by phone. */
async function bookFor({ demo }: OwnCopy, count: number) {
  const telephone = telephoneOf(demo);
  const callers = await reachableCallers(demo, count);
  const callIds: string[] = [];
  for (const { phone } of callers) {
    const call = telephone.ring(phone);
    const { slot_id } = await telephone.findOffer(
      call,
      WISHES.map((wish) => ({ service: "Herrenhaarschnitt", wish })),
    );
    const booked = await telephone.ask(call, "book-appointment", { slot_id });
    expect(booked.success, JSON.stringify(booked)).toBe(true);
    callIds.push(call.callId);
  }
  return { callers, callIds };
}

async function expectAllOnce({ demo }: OwnCopy, { callers, callIds }: Awaited<ReturnType<typeof bookFor>>) {
  const sandbox = sandboxOf(demo);
  const ids = (await appointmentsOf(demo, callIds)).map(({ id }) => id).sort();
  expect(ids).toHaveLength(callIds.length);
  const reached = async () => (await sandbox.messages()).map(({ to }) => to);
  const expected = callers.flatMap(({ phone, email }) => [phone, email]).sort();
  const ours = async () => (await reached()).filter((to) => expected.includes(to)).sort();
  const written = async () => {
    await passPauses(demo);
    return (await calcomBookingsOf(sandbox, ids)).sort();
  };
  await expect.poll(written, { timeout: 240_000 }).toEqual(ids);
  await expect.poll(ours, { timeout: 240_000 }).toEqual(expected);
  await expectQuiet(demo);
  expect((await calcomBookingsOf(sandbox, ids)).sort()).toEqual(ids);
  expect(await ours()).toEqual(expected);
}

/** A job waits a minute before its second try: here that is over. */
const passPauses = (demo: OwnCopy["demo"]) =>
  readRows(
    demo,
    `UPDATE inngest.job SET due_at = now(), order_at = now()
     WHERE attempt > 0 AND due_at > now() AND owner IS NULL RETURNING id`,
  );

/** What a killed process had begun is left alone until its lease ends: it may still be under way. Here that is over. */
async function passLeaseTime({ demo }: OwnCopy) {
  const begunAtCalcom = `
    UPDATE calcom_event_maps SET platform_state = jsonb_set(platform_state, '{lease,until}', '"2026-01-01T00:00:00.000Z"')
    WHERE platform_state #>> '{lease,until}' IS NOT NULL RETURNING id`;
  const begunMessages = `
    UPDATE notification_queue SET lease_until = created_at WHERE lease_until > now() RETURNING id`;
  for (const begun of [begunAtCalcom, begunMessages]) await readRows(demo, begun);
}

test("the job runner is killed while it writes to others: each gets everything exactly once", async ({ copy }) => {
  const sandbox = sandboxOf(copy.demo);
  // Done over there, but the answer never arrives: nobody on our side knows, and then whoever might guess is killed.
  for (const provider of PROVIDERS) await sandbox.addFault({ provider, kind: "lost_answer", count: 3 });
  const booked = await bookFor(copy, 8);
  const leastStruck = async () => Math.min(...(await sandbox.faults()).map(({ hits = 0 }) => hits));
  await expect.poll(leastStruck, { intervals: [20] }).toBeGreaterThan(1);
  copy.kill("runner");
  await passLeaseTime(copy);
  await sandbox.clearFaults();
  await expectAllOnce(copy, booked);
});

test("Cal.com, SMS and e-mail are down: the booking stands, the work waits visibly and goes out later", async ({
  copy,
}) => {
  const { demo } = copy;
  const sandbox = sandboxOf(demo);
  for (const provider of PROVIDERS) await sandbox.addFault({ provider, kind: "error_500" });
  const booked = await bookFor(copy, 1);
  const waiting = `
    SELECT a.calcom_sync_status, (SELECT count(*) FROM notification_queue q WHERE q.appointment_id = a.id AND q.retry_count > 0
      AND q.status IN ('pending', 'sending', 'failed')) AS messages
    FROM appointments a JOIN calls c ON c.id = a.call_id WHERE c.retell_call_id = ANY($1)`;
  const seen = async () =>
    (await readRows<{ calcom_sync_status: string; messages: string }>(demo, waiting, [booked.callIds]))[0];
  await expect.poll(async () => Number((await seen())?.messages), { intervals: [50] }).toBe(2);
  expect(["pending", "failed"]).toContain((await seen())?.calcom_sync_status);
  await sandbox.clearFaults();
  await expectAllOnce(copy, booked);
});

import { expect, type Page, test } from "@playwright/test";
import { signedRequest } from "../support/phone-requests";
import {
  appointmentsOf,
  calcomBookingsOf,
  expectQuiet,
  type ReachableCaller,
  reachableCallers,
} from "./support/bookings";
import { type Demo, readDemo } from "./support/demo";
import { readRows } from "./support/platform";
import { type SandboxDouble, sandboxOf } from "./support/sandbox";
import { shownAt } from "./support/shown-at";
import { signIn } from "./support/sign-in";

/** The list of one customer's coming appointments, live and still empty. */
async function watchList(page: Page, { phone }: ReachableCaller) {
  await signIn(page, { path: `/appointments?search=${encodeURIComponent(phone)}` });
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
}

/** Everything that a repetition could change. */
async function traces(
  demo: Demo,
  sandbox: SandboxDouble,
  { callId, caller }: { callId: string; caller: ReachableCaller },
) {
  const appointments = await appointmentsOf(demo, [callId]);
  const sent = (await sandbox.messages()).filter(({ to }) => to === caller.phone || to === caller.email);
  const counts = `SELECT (SELECT count(*) FROM customers WHERE company_id = $1) AS customers,
    (SELECT count(*) FROM calls WHERE company_id = $1 AND retell_call_id = $2) AS calls,
    (SELECT count(*) FROM callback_requests WHERE company_id = $1) AS callbacks`;
  return {
    appointments: appointments.map(({ id }) => id),
    bookings: await calcomBookingsOf(
      sandbox,
      appointments.map(({ id }) => id),
    ),
    messages: sent.map(({ id }) => id).sort(),
    channels: sent.map(({ channel }) => channel).sort(),
    rows: await readRows(demo, counts, [demo.companyId, callId]),
  };
}

async function repeatEvents(demo: Demo, sandbox: SandboxDouble, callId: string): Promise<void> {
  const call = await sandbox.findCall(callId, demo.retellApiKey);
  for (const event of ["call_analyzed", "call_started", "call_ended", "call_analyzed"]) {
    const { path, headers, body } = await signedRequest(demo.retellApiKey, "/webhooks/retell", { event, call });
    const answer = await fetch(new URL(path, demo.appUrl), { method: "POST", headers, body });
    expect(answer.status).toBe(200);
  }
}

test("a call comes in and books: the open page shows it, Cal.com has it, the customer is told, all exactly once", async ({
  page,
}) => {
  const demo = readDemo();
  const sandbox = sandboxOf(demo);
  const [caller] = await reachableCallers(demo, 1);
  if (!caller) throw new Error("nobody to call");
  await watchList(page, caller);

  const isShown = shownAt(page, { entry: "tbody tr", words: [caller.name] });
  const played = await sandbox.playCall({ scenario: "book", from_number: caller.phone, to_number: demo.phoneNumber });
  const callId = played.call_id;
  const [appointment] = await appointmentsOf(demo, [callId]);
  if (!appointment) throw new Error(`nothing booked: ${JSON.stringify(played.steps)}`);
  const answer = played.lines.find((line) => line.function === "book-appointment");
  const showedMs = (await isShown) - Date.parse(answer?.at ?? "");
  console.log(`the open page showed the appointment ${showedMs} ms after the answer`);

  const finished =
    "SELECT id, outcome, summary FROM calls WHERE retell_call_id = $1 AND status = 'ended' AND summary IS NOT NULL";
  const calls = () => readRows<{ id: string; outcome: string }>(demo, finished, [callId]);
  await expect.poll(async () => (await calls())[0]?.outcome).toBe("booked");
  const all = () => traces(demo, sandbox, { callId, caller });
  await expect.poll(async () => (await all()).bookings).toEqual([appointment.id]);
  await expect.poll(async () => (await all()).channels).toEqual(["email", "sms"]);

  await expectQuiet(demo);
  const before = await all();
  await repeatEvents(demo, sandbox, callId);
  await expectQuiet(demo);
  expect(await all()).toEqual(before);

  await page.goto(`/calls/${(await calls())[0]?.id}`);
  await expect(page.getByText("Termin gebucht").first()).toBeVisible();
  await expect(page.getByText(/ich hätte gern einen Termin: Damenhaarschnitt/)).toBeVisible();
  for (const done of ["Kunden erkannt", "Freie Zeiten gesucht"])
    await expect(page.locator("summary").filter({ hasText: done })).toBeVisible();
  await expect(page.getByText(`${caller.name} hat einen Termin für Damenhaarschnitt gebucht.`)).toBeVisible();
});

test("the reminder goes out a day before the appointment", async () => {
  const demo = readDemo();
  const sandbox = sandboxOf(demo);
  // The seed plans one whose reminder falls due three minutes later.
  const first = `SELECT q.recipient, q.scheduled_for AS due, a.starts_at AS starts FROM notification_queue q JOIN appointments a ON a.id = q.appointment_id
    WHERE q.company_id = $1 AND q.event_type = 'reminder_24h' AND q.created_at < a.created_at + interval '1 minute' ORDER BY q.scheduled_for LIMIT 1`;
  const [reminder] = await readRows<{ recipient: string; due: Date; starts: Date }>(demo, first, [demo.companyId]);
  if (!reminder) throw new Error("no reminder is planned");
  const received = async () =>
    (await sandbox.messages()).filter(({ to, text }) => to === reminder.recipient && text.includes("Erinnerung"));
  await expect.poll(async () => (await received()).length, { timeout: 240_000, intervals: [500] }).toBe(1);
  expect(reminder.starts.getTime() - reminder.due.getTime()).toBe(24 * 3_600_000);
  expect(Date.now()).toBeGreaterThanOrEqual(reminder.due.getTime());
});

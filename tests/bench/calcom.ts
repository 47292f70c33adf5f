import { createHmac, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Demo } from "../e2e/support/demo";
import { fillOtherSide, moveOrCancelSome, moveThere, otherSide, tellOtherSide } from "./calcom-other-side";
import type { BenchCopy } from "./copy";
import { type Figure, median } from "./figure";
import { findPlace, freePairs, serviceOf, toRequest } from "./free-starts";
import { type LoadRequest, measureLoad } from "./load";

const BOOKINGS = 1000;
const CHANGES = 8;
const LOAD = { rounds: 5, requestsPerRound: 200, warmUp: 50 };
const AHEAD_DAYS = 90;

/**
 * How soon a change on either side is seen on the other, how long it takes to compare a thousand bookings of which a tenth
 * were changed without a word, within what the other side lets us ask, and how fast deliveries are acknowledged.
 */
export async function benchCalcom({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  const reach = await measureReach(demo);
  const reconcile = await measureReconcile(demo);
  // What was delivered is worked off afterwards: nothing else is measured after it.
  const ack = await whilePaused("runner", () =>
    measureLoad({ baseUrl: demo.appUrl, callers: 4, request: () => delivery(demo) }, LOAD),
  );
  return [
    { name: "calcom.reach.medianMs", value: Math.round(reach), unit: "ms", goal: { atMost: 2000 } },
    { name: `calcom.reconcile.${BOOKINGS}.seconds`, value: reconcile.seconds, unit: "s", goal: { atMost: 60 } },
    { name: `calcom.reconcile.${BOOKINGS}.requests`, value: reconcile.requests, unit: "" },
    { name: "calcom.webhook.ack.p95Ms", value: Math.round(ack.p95Ms * 100) / 100, unit: "ms", goal: { atMost: 50 } },
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function call(demo: Demo, path: string, { method, body }: { method: string; body?: object }): Promise<any> {
  const { headers, body: text } = toRequest(demo, path, body ?? {});
  const init =
    method === "GET" ? { method, headers: headers ?? {} } : { method, headers: headers ?? {}, body: text ?? "" };
  const answer = await fetch(new URL(`/api/v2${path}`, demo.appUrl), init);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The middle time from an answer on one side until the change stands on the other. */
async function measureReach(demo: Demo): Promise<number> {
  const { branchId, customerId } = await findPlace(demo);
  const pairs = await freePairs(demo, { branchId, needed: CHANGES });
  const wish = { customer_id: customerId, service_id: serviceOf(demo), branch_id: branchId };
  const times: number[] = [];
  for (const [first, second] of pairs) {
    const body = { ...wish, starts_at: first.starts_at, staff_id: first.staff_id };
    const { appointment_id: id } = await call(demo, "/bookings", { method: "POST", body });
    const there = await timed(times, async () =>
      (await otherSide(demo)).find(({ metadata, status }) => metadata.appointmentId === id && status === "accepted"),
    );
    const moved = await moveThere(demo, there.uid, second.starts_at);
    await timed(times, async () => {
      const { data } = await call(demo, `/appointments/${id}`, { method: "GET" });
      return Date.parse(data.starts_at) === Date.parse(moved.start) || data.calcom_sync_status === "drift";
    });
  }
  return median(times);
}

const PATIENCE_MS = 60_000;

/** Looks until there is something to see, and keeps how long that took. */
async function timed<T>(times: number[], look: () => Promise<T>): Promise<NonNullable<T>> {
  const began = performance.now();
  for (;;) {
    const seen = await look();
    if (seen) {
      times.push(performance.now() - began);
      return seen as NonNullable<T>;
    }
    if (performance.now() - began > PATIENCE_MS) throw new Error("the change never reached the other side");
    await pause(50);
  }
}

/** A thousand bookings that both sides know, a tenth of them changed over there while nobody told us. */
async function measureReconcile(demo: Demo): Promise<{ seconds: number; requests: number }> {
  await tellOtherSide(demo, "/faults", { provider: "calcom", kind: "lost_webhook", rate: 1 });
  const uids = await fillOtherSide(demo, { needed: BOOKINGS, aheadDays: AHEAD_DAYS });
  await finish(demo, "/calcom/import", { days: 0, future: AHEAD_DAYS });
  // A new minute of the other side's allowance: what is measured is one run, not what came before it.
  await pause(61_000);
  await moveOrCancelSome(demo, uids.slice(0, BOOKINGS / 10));
  const began = performance.now();
  const run = await finish(demo, "/calcom/runs", { kind: "horizon" });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  await tellOtherSide(demo, "/faults", undefined, "DELETE");
  if (run.counts.compared < BOOKINGS) throw new Error(`only ${run.counts.compared} were compared`);
  if (run.counts.drifted < BOOKINGS / 20) throw new Error(`only ${run.counts.drifted} changes were found`);
  return { seconds, requests: run.request_count };
}

/** Starts a run and waits until it is over. */
async function finish(demo: Demo, path: string, body: object) {
  const data = await startRun(demo, path, body);
  for (let waits = 0; waits < 6000; waits++) {
    const { data: runs } = await call(demo, "/calcom/runs?per_page=5", { method: "GET" });
    const run = runs.find(({ id }: { id: string }) => id === data.run_id);
    if (run?.state === "failed") throw new Error(`the run failed: ${run.failed_reason}`);
    if (run?.state === "finished") return run;
    await pause(100);
  }
  throw new Error("the run does not come to its end");
}

/** The half-hourly run of the product itself may be under way: there is one at a time. */
async function startRun(demo: Demo, path: string, body: object): Promise<{ run_id: string }> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return (await call(demo, path, { method: "POST", body })).data;
    } catch (error) {
      const isBusy = error instanceof Error && error.message.includes("calcom_run_running");
      if (!isBusy || performance.now() > until) throw error;
      await pause(500);
    }
  }
}

/** Every delivery is a new one, signed as the other side signs; it names no booking, so that nothing is asked because of it. */
function delivery({ companyId, calcomWebhookSecret }: Demo): LoadRequest {
  const payload = { type: "Test", title: randomBytes(8).toString("hex") };
  const body = JSON.stringify({ triggerEvent: "PING", createdAt: new Date().toISOString(), payload });
  const signature = createHmac("sha256", calcomWebhookSecret).update(body).digest("hex");
  const headers = { "content-type": "application/json", "x-cal-signature-256": signature };
  return { path: `/webhooks/calcom/${companyId}`, headers, body };
}

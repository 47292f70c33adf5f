import { expect } from "@playwright/test";
import { test } from "../support/own-copy";
import { readRows } from "../support/platform";
import { telephoneOf } from "../support/telephone";

const CALLS = 500;

test("five hundred callers want the same time at once: one gets it, all are answered", async ({ copy }) => {
  const telephone = telephoneOf(copy.demo);
  const scout = telephone.ring("+493023125500");
  const wish = { service: "Herrenhaarschnitt", wish: "am Donnerstag in zwei Wochen nachmittags" };
  const { starts_at, staff_id, service_id } = await telephone.findOffer(scout, [wish]);
  // The scout asks for another day, and so lets go of the time.
  await telephone.ask(scout, "check-availability", { ...wish, wish: "am Freitag in fünf Wochen vormittags" });

  const startedAt = performance.now();
  const heard = await Promise.all(
    Array.from({ length: CALLS }, (_, n) => {
      const call = telephone.ring(`+4930231${25000 + n}`);
      const args = { starts_at, service: service_id, staff_id, customer_name: `Kim Beispiel ${n}` };
      return telephone.tryAsk(call, "book-appointment", args);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${CALLS} bookings of one time answered in ${seconds.toFixed(1)} s`);

  expect(heard.filter((each) => each?.status !== 200)).toEqual([]);
  // Everybody is told how it is, also whoever came last: "error" would be an excuse.
  const statuses = heard.map((each) => each?.answer.status);
  expect(statuses.filter((status) => status === "ok")).toHaveLength(1);
  expect(statuses.filter((status) => status === "conflict")).toHaveLength(CALLS - 1);
  const sql =
    "SELECT id FROM appointments WHERE company_id = $1 AND staff_id = $2 AND starts_at = $3 AND status <> 'cancelled'";
  expect(await readRows(copy.demo, sql, [copy.demo.companyId, staff_id, starts_at])).toHaveLength(1);
});

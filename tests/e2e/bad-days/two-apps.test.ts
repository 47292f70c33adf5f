import { expect } from "@playwright/test";
import { addDays } from "@/server/core/time";
import { race } from "../../support/race";
import { test } from "../support/own-copy";
import { readRows } from "../support/platform";

const ROUNDS = 3;
const ATTEMPTS = 100;

test("two app processes sell each time once, however many ask both for it", async ({ copy }) => {
  const { demo } = copy;
  const urls = [demo.appUrl, await copy.addApp()];
  const headers = { "x-api-key": demo.apiKey, "content-type": "application/json" };
  const service_id = demo.serviceIds.Herrenhaarschnitt;
  const [place] = await readRows<{ branch_id: string; customer_id: string }>(
    demo,
    `SELECT b.id AS branch_id, c.id AS customer_id FROM branches b JOIN customers c ON c.company_id = b.company_id
     WHERE b.company_id = $1 AND b.is_default AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1`,
    [demo.companyId],
  );
  const times: { starts_at: string; staff_id: string }[] = [];
  for (let day = 15; day < 60 && times.length < ROUNDS; day++) {
    const date = addDays(new Date().toISOString().slice(0, 10), day);
    const found = await fetch(new URL("/api/v2/availability/simple", demo.appUrl), {
      method: "POST",
      headers,
      body: JSON.stringify({ date, service_id, branch_id: place?.branch_id }),
    });
    const { slots } = (await found.json()) as { slots: typeof times };
    times.push(...slots.filter((_, nr) => nr % 4 === 0).slice(0, ROUNDS - times.length));
  }
  expect(times).toHaveLength(ROUNDS);

  for (const { starts_at, staff_id } of times) {
    const body = JSON.stringify({ ...place, service_id, starts_at, staff_id });
    const { answers } = await race({ urls, attempts: ATTEMPTS, path: "/api/v2/bookings", headers, body });
    expect(answers).toEqual({ 201: 1, "409 APPOINTMENT_CONFLICT": ATTEMPTS - 1 });
    const sql =
      "SELECT id FROM appointments WHERE company_id = $1 AND staff_id = $2 AND starts_at = $3 AND status <> 'cancelled'";
    expect(await readRows(demo, sql, [demo.companyId, staff_id, starts_at])).toHaveLength(1);
  }
});

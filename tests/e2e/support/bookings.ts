import { expect } from "@playwright/test";
import type { Demo } from "./demo";
import { readRows } from "./platform";
import type { SandboxDouble } from "./sandbox";

export interface MadeAppointment {
  id: string;
  call_id: string;
  retell_call_id: string;
  calcom_sync_status: string;
  staff_id: string;
}

/** What stands in the database for these calls. */
export function appointmentsOf(demo: Demo, callIds: string[]): Promise<MadeAppointment[]> {
  const sql = `
    SELECT a.id, a.calcom_sync_status, a.staff_id, c.retell_call_id FROM appointments a
    JOIN calls c ON c.company_id = a.company_id AND c.id = a.call_id WHERE c.retell_call_id = ANY($1) AND a.status <> 'cancelled'`;
  return readRows(demo, sql, [callIds]);
}

export interface ReachableCaller {
  name: string;
  phone: string;
  email: string;
}

/** Customers without a coming appointment who can be reached by telephone and by e-mail, and who share them with nobody. */
export async function reachableCallers(demo: Demo, count: number): Promise<ReachableCaller[]> {
  const sql = `
    SELECT c.first_name || ' ' || c.last_name AS name, min(p.e164) AS phone, c.email
    FROM customers c JOIN customer_phones p ON p.company_id = c.company_id AND p.customer_id = c.id
    WHERE c.company_id = $1 AND c.email IS NOT NULL AND c.sms_opt_in AND NOT c.do_not_call AND c.deleted_at IS NULL AND c.language = 'de'
      AND (SELECT count(*) FROM customer_phones o WHERE o.company_id = c.company_id AND o.e164 = p.e164) = 1
      AND (SELECT count(*) FROM customers o WHERE o.company_id = c.company_id AND o.email = c.email) = 1
      AND NOT EXISTS (SELECT FROM appointments a WHERE a.company_id = c.company_id AND a.customer_id = c.id AND a.starts_at > now())
    GROUP BY c.id, c.email HAVING count(*) = 1 ORDER BY c.id LIMIT $2`;
  const callers = await readRows<ReachableCaller>(demo, sql, [demo.companyId, count]);
  expect(callers).toHaveLength(count);
  return callers;
}

/** Nothing is due any more: no job, no event that nobody has published. What comes later has been asked for. */
export async function expectQuiet(demo: Demo): Promise<void> {
  const sql = `
    SELECT (SELECT count(*) FROM inngest.job WHERE due_at <= now() + interval '3 seconds')
      + (SELECT count(*) FROM outbox_events WHERE published_at IS NULL) AS waiting`;
  await expect.poll(async () => Number((await readRows(demo, sql))[0]?.waiting)).toBe(0);
}

/** The other calendar's living bookings, by our appointment. */
export async function calcomBookingsOf(sandbox: SandboxDouble, appointmentIds: string[]): Promise<string[]> {
  const living = (await sandbox.bookings()).filter(({ status }) => status === "accepted");
  return living.map(({ metadata }) => metadata.appointmentId ?? "").filter((id) => appointmentIds.includes(id));
}

import { Prisma } from "@/server/core/generated/client";
import type { PlatformTransaction } from "@/server/core/platform";
import type { DataFinding } from "../schema";

/** What must hold over several rows, and the ids of those that contradict it. */
const CHECKS: Record<string, string> = {
  appointments_without_time: `
    SELECT a.id, a.company_id FROM appointments a WHERE a.status IN ('pending', 'confirmed', 'in_progress') AND a.class_session_id IS NULL
      AND NOT EXISTS (SELECT FROM staff_occupancies o WHERE o.company_id = a.company_id AND o.appointment_id = a.id)`,
  time_of_cancelled_appointments: `
    SELECT a.id, a.company_id FROM appointments a JOIN staff_occupancies o ON o.company_id = a.company_id AND o.appointment_id = a.id
      WHERE a.status IN ('cancelled', 'no_show')`,
  segments_outside_their_appointment: `
    SELECT s.id, s.company_id FROM appointment_segments s JOIN appointments a ON a.company_id = s.company_id AND a.id = s.appointment_id
      WHERE s.starts_at < a.starts_at OR s.ends_at > a.ends_at`,
  class_places_miscounted: `
    SELECT c.id, c.company_id FROM class_sessions c
      WHERE c.places_taken <> (SELECT coalesce(sum(p.places), 0) FROM class_places p WHERE p.company_id = c.company_id AND p.class_session_id = c.id)`,
  customers_with_several_main_numbers: `
    SELECT customer_id AS id, company_id FROM customer_phones WHERE is_primary GROUP BY customer_id, company_id HAVING count(*) > 1`,
  companies_without_one_main_branch: `
    SELECT c.id, c.id AS company_id FROM companies c WHERE c.status <> 'closed'
      AND (SELECT count(*) FROM branches b WHERE b.company_id = c.id AND b.is_default) <> 1`,
  memberships_with_a_foreign_role: `
    SELECT m.id, m.company_id FROM memberships m JOIN roles r ON r.id = m.role_id WHERE r.company_id IS NOT NULL AND r.company_id <> m.company_id`,
  memberships_with_a_foreign_branch: `
    SELECT m.id, m.company_id FROM memberships m, unnest(m.branch_ids) AS chosen
      WHERE NOT EXISTS (SELECT FROM branches b WHERE b.company_id = m.company_id AND b.id = chosen)`,
  breaks_outside_their_hours: `
    SELECT id, company_id FROM working_hours WHERE break_start IS NOT NULL AND (break_start < start_time OR break_end > end_time OR break_end <= break_start)`,
  messages_without_recipient: `
    SELECT id, company_id FROM notification_queue WHERE status IN ('pending', 'scheduled', 'sending') AND coalesce(recipient, '') = ''`,
  audit_heads_behind_their_log: `
    SELECT h.company_id AS id, h.company_id FROM audit_heads h WHERE h.sequence <> (SELECT coalesce(max(sequence), 0) FROM activity_logs l
      WHERE l.company_id IS NOT DISTINCT FROM nullif(h.company_id, '00000000-0000-0000-0000-000000000000'::uuid))`,
};

export const DATA_CHECKS: readonly string[] = Object.keys(CHECKS);

export async function runDataCheck(
  { tx }: PlatformTransaction,
  check: string,
  companyId: string | null,
): Promise<DataFinding> {
  const query = Prisma.raw(CHECKS[check] ?? "");
  const [row] = await tx.$queryRaw<{ count: number; examples: string[] }[]>`
    SELECT count(*)::int AS count, coalesce((array_agg(id::text ORDER BY id))[1:5], '{}') AS examples
    FROM (${query}) found WHERE ${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid`;
  return { check, count: row?.count ?? 0, examples: row?.examples ?? [] };
}

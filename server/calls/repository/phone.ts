import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { KnownCaller } from "@/server/customers/schema";
import type { Phone, PhoneBranch, PhoneService, PhoneStaff } from "../functions/rules/phone";
import { verificationMode } from "../functions/schema";
import { languageOfCall } from "../rules/language";

export interface PhoneRequest {
  retellCallId: string;
  branchId: string;
  agentId: string | null;
  number: string | null;
}

interface Loaded {
  call: {
    id: string;
    startedAt: string;
    identityLevel: number;
    customerId: string | null;
    verificationCodeHash: string | null;
    verificationSentAt: string | null;
    verificationTries: number;
  } | null;
  requests: number;
  language: string | null;
  company: { name: string; country: string; currency: string; locale: string; verification: string | null };
  branches: PhoneBranch[];
  services: PhoneService[];
  staff: PhoneStaff[];
  callers: (KnownCaller & { stage: string | null })[];
}

/**
 * The call, and all that a function may need beside it, in one round trip. Locks the call until the transaction ends, so
 * that its functions run one after the other, and counts the request. Null when the call has no row yet.
 */
export async function loadPhone(
  ctx: CompanyContext,
  { retellCallId, branchId, agentId, number }: PhoneRequest,
): Promise<{ phone: Phone; requestsThisMinute: number } | null> {
  const [row] = await db(ctx).$queryRaw<{ phone: Loaded }[]>`
    WITH call AS MATERIALIZED (
      SELECT k.* FROM calls k WHERE k.company_id = ${ctx.companyId}::uuid AND k.retell_call_id = ${retellCallId} FOR UPDATE),
    counted AS (
      INSERT INTO rate_limit_buckets AS bucket (bucket, window_start, count, expires_at)
      SELECT 'phone:' || call.id, date_trunc('minute', now()), 1, now() + interval '2 minutes' FROM call
      ON CONFLICT (bucket) DO UPDATE SET window_start = excluded.window_start, expires_at = excluded.expires_at,
        count = CASE WHEN bucket.window_start = excluded.window_start THEN bucket.count + 1 ELSE 1 END
      RETURNING count)
    SELECT json_build_object(
      'call', (SELECT json_build_object('id', id, 'startedAt', started_at, 'identityLevel', identity_level, 'customerId', customer_id,
        'verificationCodeHash', verification_code_hash, 'verificationSentAt', verification_sent_at,
        'verificationTries', verification_tries) FROM call),
      'requests', coalesce((SELECT count FROM counted), 0),
      'language', (SELECT language FROM retell_agents WHERE company_id = ${ctx.companyId}::uuid AND id = ${agentId}::uuid),
      'company', (SELECT json_build_object('name', name, 'country', country, 'currency', currency, 'locale', locale,
        'verification', settings ->> 'verification') FROM companies WHERE id = ${ctx.companyId}::uuid),
      'branches', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'timezone', b.timezone, 'street', b.street,
          'postalCode', b.postal_code, 'city', b.city, 'phone', b.phone, 'fallbackPhone', b.fallback_phone,
          'transportInfo', b.transport_info, 'accessNotes', b.access_notes, 'state', b.state,
          'hours', (SELECT coalesce(json_agg(json_build_object('dayOfWeek', w.day_of_week, 'startTime', w.start_time, 'endTime', w.end_time,
              'breakStart', w.break_start, 'breakEnd', w.break_end) ORDER BY w.day_of_week, w.start_time), '[]')
            FROM working_hours w WHERE w.company_id = b.company_id AND w.owner_type = 'branch' AND w.branch_id = b.id AND w.is_available
              AND (w.valid_from IS NULL OR w.valid_from <= current_date) AND (w.valid_until IS NULL OR w.valid_until >= current_date)))
          ORDER BY b.is_default DESC, b.name), '[]')
        FROM branches b WHERE b.company_id = ${ctx.companyId}::uuid AND b.is_active AND b.deleted_at IS NULL),
      'services', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'synonyms', s.synonyms,
          'durationMinutes', s.duration_minutes, 'priceCents', s.price_cents,
          'branches', (SELECT coalesce(json_agg(json_build_object('branchId', o.branch_id, 'isActive', o.is_active,
              'durationMinutes', o.duration_minutes, 'priceCents', o.price_cents)), '[]')
            FROM branch_services o WHERE o.company_id = s.company_id AND o.service_id = s.id))
          ORDER BY s.position, s.name), '[]')
        FROM services s WHERE s.company_id = ${ctx.companyId}::uuid AND s.is_active AND s.is_phone_bookable AND s.deleted_at IS NULL),
      'staff', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
          'branchIds', ARRAY(SELECT sb.branch_id FROM staff_branches sb WHERE sb.company_id = s.company_id AND sb.staff_id = s.id))
          ORDER BY s.name), '[]')
        FROM staff s WHERE s.company_id = ${ctx.companyId}::uuid AND s.is_active AND s.is_bookable AND s.deleted_at IS NULL),
      'callers', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
          'birthdate', c.birthdate, 'language', c.language, 'preferredStaffId', c.preferred_staff_id,
          'appointmentCount', c.appointment_count, 'noShowCount', c.no_show_count,
          'stage', (SELECT j.key FROM journey_stages j WHERE j.company_id = c.company_id AND j.id = c.journey_stage_id))
          ORDER BY c.last_contact_at DESC NULLS LAST, c.id), '[]')
        FROM customer_phones p JOIN customers c ON c.company_id = p.company_id AND c.id = p.customer_id
          AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
        WHERE p.company_id = ${ctx.companyId}::uuid AND p.e164 = ${number})
    ) AS phone`;
  if (!row?.phone.call) return null;
  return {
    phone: toPhone(row.phone, { branchId, number, call: row.phone.call }),
    requestsThisMinute: row.phone.requests,
  };
}

type Given = { branchId: string; number: string | null; call: NonNullable<Loaded["call"]> };

function toPhone({ company, callers, ...loaded }: Loaded, { branchId, number, call }: Given): Phone {
  const { branches, services, staff } = loaded;
  const branch = branches.find(({ id }) => id === branchId) ?? branches[0];
  if (!branch) throw new Error("a company that is called has a branch");
  return {
    call: {
      ...call,
      startedAt: new Date(call.startedAt),
      verificationSentAt: call.verificationSentAt ? new Date(call.verificationSentAt) : null,
    },
    language: languageOfCall(loaded.language ?? company.locale),
    company: { ...company, verification: verificationMode.catch("code").parse(company.verification) },
    branch,
    branches,
    services,
    staff,
    number,
    callers: callers.map(({ stage, ...caller }) => ({ ...caller, isVip: stage === "vip" })),
  };
}

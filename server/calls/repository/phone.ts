import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { StampedMemory } from "@/server/core/stamped-memory";
import type { KnownCaller } from "@/server/customers/schema";
import type { Phone } from "../functions/rules/phone";
import { verificationMode } from "../functions/schema";
import { languageOfCall } from "../rules/language";
import { loadPhoneCatalog, type PhoneCatalog } from "./phone-catalog";

export interface PhoneRequest {
  retellCallId: string;
  branchId: string;
  agentId: string | null;
  number: string | null;
  /** Which request it is. */
  requestHash: string;
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
    nameMisses: number;
  } | null;
  requests: number;
  answered: Record<string, unknown> | null;
  stamp: string | null;
  callers: (KnownCaller & { stage: string | null })[];
}

const catalogs = new StampedMemory<PhoneCatalog>();

/**
 * The call, and all that a function may need beside it, in one round trip (in two after a change of the master data). Locks
 * the call until the transaction ends, so that its functions run one after the other, and counts the request; `answered` is
 * what the very same request was answered with before. Null when the call has no row yet.
 */
export async function loadPhone(
  ctx: CompanyContext,
  { retellCallId, branchId, agentId, number, requestHash }: PhoneRequest,
): Promise<{ phone: Phone; requestsThisMinute: number; answered: Record<string, unknown> | null } | null> {
  const [row] = await ask<{ phone: Loaded }>(
    ctx,
    Prisma.sql`
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
        'verificationTries', verification_tries, 'nameMisses', name_misses) FROM call),
      'answered', (SELECT i.result FROM call JOIN call_function_invocations i ON i.company_id = call.company_id AND i.call_id = call.id
        AND i.request_hash = ${requestHash}),
      'requests', coalesce((SELECT count FROM counted), 0),
      'stamp', (SELECT stamp FROM master_data_stamps WHERE company_id = ${ctx.companyId}::uuid),
      'callers', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
          'birthdate', c.birthdate, 'language', c.language, 'preferredStaffId', c.preferred_staff_id,
          'appointmentCount', c.appointment_count, 'noShowCount', c.no_show_count,
          'stage', (SELECT j.key FROM journey_stages j WHERE j.company_id = c.company_id AND j.id = c.journey_stage_id))
          ORDER BY c.last_contact_at DESC NULLS LAST, c.id), '[]')
        FROM customer_phones p JOIN customers c ON c.company_id = p.company_id AND c.id = p.customer_id
          AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
        WHERE p.company_id = ${ctx.companyId}::uuid AND p.e164 = ${number})
    ) AS phone`,
  );
  if (!row?.phone.call) return null;
  const { call, stamp, callers, requests, answered } = row.phone;
  const catalog = await findCatalog(ctx, { agentId, stamp });
  return { phone: toPhone(catalog, { branchId, number, call, callers }), requestsThisMinute: requests, answered };
}

/** What is remembered under this stamp, else what stands in the database now. */
async function findCatalog(
  ctx: CompanyContext,
  { agentId, stamp }: { agentId: string | null; stamp: string | null },
): Promise<PhoneCatalog> {
  const day = ctx.now.toISOString().slice(0, 10);
  const key = [ctx.companyId, agentId, day].join();
  const known = catalogs.find(key);
  if (known && known.stamp === stamp) return known.value;
  const fresh = await loadPhoneCatalog(ctx, { agentId, day });
  catalogs.remember(key, fresh);
  return fresh.value;
}

type Given = Pick<Loaded, "callers"> & { branchId: string; number: string | null; call: NonNullable<Loaded["call"]> };

function toPhone({ company, language, ...catalog }: PhoneCatalog, { branchId, number, call, callers }: Given): Phone {
  const { branches, services, staff } = catalog;
  const branch = branches.find(({ id }) => id === branchId) ?? branches[0];
  if (!branch) throw new Error("a company that is called has a branch");
  return {
    call: {
      ...call,
      startedAt: new Date(call.startedAt),
      verificationSentAt: call.verificationSentAt ? new Date(call.verificationSentAt) : null,
    },
    language: languageOfCall(language ?? company.locale),
    company: { ...company, verification: verificationMode.catch("code").parse(company.verification) },
    branch,
    branches,
    services,
    staff,
    number,
    callers: callers.map(({ stage, ...caller }) => ({ ...caller, isVip: stage === "vip" })),
  };
}

import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { BY_STRICTNESS, type SaidConsent } from "../rules/consent";

/** What the caller said to being recorded, when, and to which words of ours; a freer answer changes nothing. */
export async function writeConsent(
  ctx: CompanyContext,
  { callId, said, at }: { callId: string; said: SaidConsent; at: Date },
): Promise<void> {
  const strictness = Prisma.sql`${[...BY_STRICTNESS]}::text[]`;
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calls k SET consent = ${said.consent}::call_consent, consent_words = ${said.words}, consent_at = ${at}::timestamptz,
      consent_script_version = (SELECT max(s.version) FROM consent_scripts s JOIN companies c ON c.id = s.company_id
        LEFT JOIN retell_agents a ON a.company_id = k.company_id AND a.id = k.agent_id
        WHERE s.company_id = k.company_id AND s.active_from <= ${at}::timestamptz AND s.language = left(coalesce(a.language, c.locale), 2))
    WHERE k.company_id = ${ctx.companyId}::uuid AND k.id = ${callId}::uuid
      AND array_position(${strictness}, k.consent::text) < array_position(${strictness}, ${said.consent})`,
  );
}

/** The words in what the agent asked of us and was answered; that it asked, and how that went, stays. */
export async function forgetInvocationWords(ctx: CompanyContext, callId: string): Promise<void> {
  await ask(
    ctx,
    Prisma.sql`
    UPDATE call_function_invocations SET arguments = '{}', arguments_hash = '', result = jsonb_build_object('status', status)
    WHERE company_id = ${ctx.companyId}::uuid AND call_id = ${callId}::uuid`,
  );
}

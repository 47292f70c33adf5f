import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { SpeechLanguage } from "@/server/speech/schema";
import { DEFAULT_GREETING, languageOfCall } from "../rules/language";

interface GreetingRow {
  companyName: string;
  branchName: string;
  timezone: string;
  locale: string;
  agentLanguage: string | null;
  consentText: string | null;
  settingText: string | null;
}

export interface Greeting {
  companyName: string;
  branchName: string;
  timezone: string;
  language: SpeechLanguage;
  /** The opening words: an AI speaks, for which business, and what is stored. */
  consentText: string;
}

export async function findGreeting(
  ctx: CompanyContext,
  { branchId, agentId }: { branchId: string; agentId: string | null },
): Promise<Greeting> {
  const [row] = await db(ctx).$queryRaw<GreetingRow[]>`
    SELECT c.name AS "companyName", b.name AS "branchName", b.timezone, c.locale, a.language AS "agentLanguage",
      c.settings ->> 'recordingConsentText' AS "settingText",
      (SELECT s.text FROM consent_scripts s WHERE s.company_id = c.id AND s.active_from <= now()
        AND s.language = left(coalesce(a.language, c.locale), 2) ORDER BY s.version DESC LIMIT 1) AS "consentText"
    FROM companies c JOIN branches b ON b.company_id = c.id AND b.id = ${branchId}::uuid
    LEFT JOIN retell_agents a ON a.company_id = c.id AND a.id = ${agentId}::uuid
    WHERE c.id = ${ctx.companyId}::uuid`;
  if (!row) throw new Error("a line without its branch");
  const language = languageOfCall(row.agentLanguage ?? row.locale);
  const { companyName, branchName, timezone } = row;
  const consentText = row.consentText ?? row.settingText ?? DEFAULT_GREETING[language](companyName);
  return { companyName, branchName, timezone, language, consentText };
}

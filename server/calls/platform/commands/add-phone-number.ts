import { AppError } from "@/server/core/errors";
import {
  type PlatformContext,
  type PlatformTransaction,
  recordPlatformAudit,
  transactAsPlatform,
} from "@/server/core/platform";
import { toE164 } from "@/server/customers/rules";
import { requireRoom } from "@/server/tenancy/platform/commands/require-room";
import { findAgentHolder, findNumberHolder, putAgent, putNumber, requireOpenBranch } from "../repository";
import type { AddPhoneNumberInput } from "../schema";

/** From now on who calls this number reaches the company. A number leads to one company, and so does an agent. */
export async function addPhoneNumber(
  ctx: PlatformContext,
  { companyId, number, branchId, isDryRun, ...input }: AddPhoneNumberInput & { isDryRun?: boolean },
): Promise<{ phoneNumberId: string | null; number: string }> {
  const e164 = toE164(number, "DE");
  if (!e164) throw new AppError({ code: "VALIDATION_ERROR", reason: "international_number" });
  const retellAgentId = input.retellAgentId || null;
  return transactAsPlatform(ctx, async (tx) => {
    const branch = await requireOpenBranch(tx, { companyId, branchId: branchId || null });
    if (branch.company.status === "closed") throw new AppError({ code: "FORBIDDEN", reason: "company_closed" });
    await requireFree(tx, { companyId, e164, retellAgentId });
    await requireRoom(tx, { tenantId: branch.company.tenantId, what: "phoneNumbers" });
    if (isDryRun) return { phoneNumberId: null, number: e164 };
    const language = branch.company.locale === "en" ? "en-US" : "de-DE";
    const agentId = retellAgentId && (await putAgent(tx, { companyId, retellAgentId, name: branch.name, language }));
    const phoneNumberId = await putNumber(tx, { companyId, branchId: branch.id, agentId, e164 });
    recordPlatformAudit(tx, {
      ...{ action: "add_phone_numbers", subjectType: "company", subjectId: companyId, companyIds: [companyId] },
      after: { number: e164, branchName: branch.name, retellAgentId },
    });
    return { phoneNumberId, number: e164 };
  });
}

interface Wanted {
  companyId: string;
  e164: string;
  retellAgentId: string | null;
}

async function requireFree(tx: PlatformTransaction, { companyId, e164, retellAgentId }: Wanted): Promise<void> {
  const holder = await findNumberHolder(tx, e164);
  if (holder) throw taken("number_taken", holder);
  const other = retellAgentId === null ? null : await findAgentHolder(tx, retellAgentId);
  if (other && other.id !== companyId) throw taken("agent_taken", other);
}

const taken = (reason: string, { name }: { name: string }) =>
  new AppError({ code: "VALIDATION_ERROR", reason, details: { company: name } });

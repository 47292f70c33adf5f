import { createHash } from "node:crypto";
import { functionName } from "@/server/calls/functions/schema";
import { branchIdOf, companyIdOf, idOf, type SeedBusiness } from "../business";
import { userIdWithRole } from "../identity";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";
import { consentTextOf } from "../tenancy";
import { LIVE_DAYS } from "./draft-appointments";

export const AGENT_VERSION = 1;
export const CONSENT_VERSION = 1;

export const agentIdOf = (business: SeedBusiness): string => idOf(business, "agent", business.agent.retellAgentId);
export const phoneNumberIdOf = (business: SeedBusiness, branch: string): string => idOf(business, "number", branch);

/** The agent that answers, its one published version, the lines it sits on, and what it says first. */
export async function writeAgents({ tx, business, clock }: Seeding): Promise<void> {
  const companyId = companyIdOf(business);
  const { retellAgentId, name, voiceId } = business.agent;
  const liveAt = clock.at(clock.day(-LIVE_DAYS), 8 * 60);
  const prompt = promptOf(business);
  const tools = functionName.options.map((tool) => ({ type: "custom", name: tool }));
  const configHash = createHash("sha256")
    .update(JSON.stringify([prompt, tools]))
    .digest("hex");
  const agent = { companyId, prompt, tools, configHash, createdAt: liveAt };
  await tx.retellAgent.create({
    data: {
      id: agentIdOf(business),
      ...agent,
      retellAgentId,
      name,
      voiceId,
      version: AGENT_VERSION,
      lastSyncedAt: liveAt,
    },
  });
  await tx.agentVersion.create({
    data: {
      id: idOf(business, "agent-version", AGENT_VERSION),
      ...agent,
      agentId: agentIdOf(business),
      version: AGENT_VERSION,
      settings: { language: "de-DE", voiceId },
      createdByUserId: userIdWithRole(business, "admin"),
      publishedAt: liveAt,
    },
  });
  await insertRows(
    tx.phoneNumber,
    business.branches.map((branch) => ({
      id: phoneNumberIdOf(business, branch.slug),
      companyId,
      e164: branch.phone,
      branchId: branchIdOf(business, branch.slug),
      agentId: agentIdOf(business),
      provider: "retell",
      label: branch.name,
      retellPhoneNumberId: branch.phone,
    })),
  );
  await tx.consentScript.create({
    data: {
      id: idOf(business, "consent-script", CONSENT_VERSION),
      companyId,
      version: CONSENT_VERSION,
      language: "de",
      text: consentTextOf(business),
      activeFrom: liveAt,
    },
  });
}

function promptOf({ name, agent }: SeedBusiness): string {
  return [
    `Du bist ${agent.name}, die freundliche Assistentin von ${name} am Telefon.`,
    "Du sprichst Deutsch mit Sie, in kurzen Sätzen. Du rechnest nie selbst ein Datum aus: gib die Worte des Anrufers weiter.",
    "Du sagst nur zu, was eine Funktion bestätigt hat. Wünscht jemand einen Menschen, nimm einen Rückruf auf.",
  ].join("\n");
}

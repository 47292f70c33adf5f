import { type CompanyContext, companyContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import type { PlatformContext } from "@/server/core/platform";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import type { TestCompany } from "./factories";

/** A Tuesday in winter, 09:00 in Berlin. */
export const NOW = new Date("2026-12-01T08:00:00.000Z");

/** The context of the company's owner, at a fixed time unless another is given. */
export function ownerOf({ companyId, owner }: TestCompany, now: Date = NOW): CompanyContext {
  const permissions = new Set<string>(ROLE_PERMISSIONS.admin);
  return companyContext({
    companyId,
    actor: { kind: "user", userId: owner.userId, name: owner.name },
    permissions,
    now,
  });
}

/** The telephone agent during one call. */
export function agentOf({ companyId }: { companyId: string }, callId: string, now: Date = NOW): CompanyContext {
  return companyContext({ companyId, actor: { kind: "agent", callId }, now });
}

export function jobOf({ companyId }: { companyId: string }, name = "test-job", now: Date = NOW): CompanyContext {
  return companyContext({ companyId, actor: { kind: "job", name }, now });
}

/** Someone of the platform, at its own door. */
export function operator(now: Date = new Date()): PlatformContext {
  return { actor: { kind: "operator", userId: newId(), name: "Pia Plattform" }, now, requestId: newId() };
}

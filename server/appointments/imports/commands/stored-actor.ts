import { z } from "zod";
import { type CompanyContext, companyContext } from "@/server/core/context";

const stored = z.object({
  actor: z.object({
    kind: z.literal(["user", "impersonator"]),
    userId: z.uuid(),
    name: z.string(),
    reason: z.string().default(""),
  }),
  permissions: z.array(z.string()),
  restriction: z.object({ branchIds: z.array(z.string()), staffId: z.string().optional() }).nullable(),
});

/** Who brings the lines over, with what they may do and see: the job that works them off may no more. */
export function toStoredActor({ actor, permissions, restriction }: CompanyContext) {
  return {
    actor: { ...actor },
    permissions: [...(permissions ?? [])],
    restriction: restriction ? { ...restriction } : null,
  };
}

export function contextOfStored({ companyId }: { companyId: string }, value: unknown): CompanyContext {
  const { actor, permissions, restriction } = stored.parse(value);
  const rights = { permissions: new Set(permissions), ...(restriction && { restriction }) };
  return companyContext({ companyId, actor, ...rights });
}

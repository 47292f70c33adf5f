import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { writeCredential } from "@/server/tenancy/commands/write-credential";
import { readCredential } from "@/server/tenancy/queries/read-credential";
import { integrationChanged } from "../events";
import { lockIntegration, noteCredential } from "../repository";
import { CREDENTIALS, hintOf, isConnectedElsewhere } from "../rules/connections";
import type { RemoveCredentialInput, SetCredentialInput } from "../schema";

/** Keeps a credential of the company's own, as somebody typed it; refused where the provider is to be asked about it first. */
export async function setCredential(ctx: CompanyContext, input: SetCredentialInput): Promise<void> {
  requireOwnDoor(input);
  await keepCredential(ctx, input);
}

/** Forgets a credential that somebody wants to have removed. */
export async function removeCredential(ctx: CompanyContext, input: RemoveCredentialInput): Promise<void> {
  requireOwnDoor(input);
  await forgetCredential(ctx, input);
}

/** Keeps a credential in place of the one before; from the next call on it is used. */
export const keepCredential = (ctx: CompanyContext, { credential, ...which }: SetCredentialInput): Promise<void> =>
  replaceCredential(ctx, { ...which, credential });

/** Forgets a credential; where the platform has one, it is used again. */
export const forgetCredential = (ctx: CompanyContext, which: RemoveCredentialInput): Promise<void> =>
  replaceCredential(ctx, { ...which, credential: null });

function requireOwnDoor({ provider, field }: RemoveCredentialInput): void {
  if (isConnectedElsewhere(provider, field))
    throw new AppError({ code: "PRECONDITION_FAILED", reason: "connected_elsewhere", details: { provider, field } });
}

async function replaceCredential(
  ctx: CompanyContext,
  { provider, field, credential }: RemoveCredentialInput & { credential: string | null },
): Promise<void> {
  const column = CREDENTIALS[provider][field];
  if (!column) throw new AppError({ code: "VALIDATION_ERROR", reason: "credential_not_kept" });
  await transact(ctx, async (tx) => {
    const row = await lockIntegration(tx, provider);
    const before = await readCredential(tx, column).catch(() => null);
    await writeCredential(tx, { column, credential });
    await noteCredential(tx, { row, field, setAt: credential === null ? null : tx.now });
    recordAudit(tx, {
      action: credential === null ? "delete_integrations" : "edit_integrations",
      subjectType: "integration",
      before: { provider, field, ending: before === null ? null : hintOf(before) },
      after: { provider, field, ending: credential === null ? null : hintOf(credential) },
    });
    await publish(tx, integrationChanged, { provider, status: row.status });
  });
}

import { z } from "zod";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { readCredential } from "@/server/tenancy/queries/read-credential";
import { findIntegrations, type IntegrationRow } from "../repository";
import { CLOSED } from "../rules/circuit";
import { CREDENTIALS, hintOf } from "../rules/connections";
import { type ConnectedProvider, type ConnectionView, type CredentialField, connectedProvider } from "../schema";
import { toCircuitFacts } from "../views";
import { findConnection } from "./find-connection";

/** The providers with the account that is used there, how they stand, and which credentials are set: never the credentials. */
export async function listConnections(ctx: CompanyContext): Promise<ConnectionView[]> {
  return transact(ctx, async (tx) => {
    const rows = await findIntegrations(tx);
    const views: ConnectionView[] = [];
    for (const provider of connectedProvider.options)
      views.push(await toView(tx, { provider, row: rows.find((row) => row.provider === provider) }));
    return views;
  });
}

interface Shown {
  provider: ConnectedProvider;
  row: IntegrationRow | undefined;
}

async function toView(tx: TransactionContext, { provider, row }: Shown): Promise<ConnectionView> {
  const { source } = await findConnection(tx, provider);
  const fields = Object.keys(CREDENTIALS[provider]) as CredentialField[];
  const credentials: ConnectionView["credentials"] = [];
  for (const field of fields) credentials.push(await toCredential(tx, { provider, row, field }));
  return {
    provider,
    source,
    status: row?.status ?? "disabled",
    lastCheckedAt: row?.lastCheckedAt ?? null,
    lastSuccessAt: row?.lastSuccessAt ?? null,
    lastError: row?.lastError ?? null,
    ...toCircuitFacts(row?.circuit ?? CLOSED, tx.now),
    credentials,
  };
}

const noted = z.object({ setAt: z.iso.datetime() }).nullable().catch(null);

async function toCredential(tx: TransactionContext, { provider, row, field }: Shown & { field: CredentialField }) {
  const column = CREDENTIALS[provider][field];
  const secret = column ? await readCredential(tx, column) : null;
  const credentials = (row?.config.credentials ?? {}) as Record<string, unknown>;
  const note = noted.parse(credentials[field] ?? null);
  const setAt = secret !== null && note ? new Date(note.setAt) : null;
  return { field, isSet: secret !== null, hint: secret === null ? "" : hintOf(secret), setAt };
}

import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findIntegrations } from "../repository";
import type { IntegrationView } from "../schema";
import { toIntegrationView } from "../views";

/** How each of the company's providers stands; credentials never leave the server. */
export async function listIntegrations(ctx: CompanyContext): Promise<IntegrationView[]> {
  return transact(ctx, async (tx) => (await findIntegrations(tx)).map((row) => toIntegrationView(row, tx.now)));
}

import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listDocuments } from "../repository";
import type { KnowledgeView } from "../schema";
import { toKnowledgeView } from "../views";

/** What a company has written down for its callers, by title. */
export async function listKnowledge(ctx: CompanyContext): Promise<KnowledgeView[]> {
  return transact(ctx, async (tx) => (await listDocuments(tx)).map((row) => toKnowledgeView(row)));
}

import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { requireDocument } from "../commands/require-document";
import type { KnowledgeDetails, NamedDocument } from "../schema";
import { toKnowledgeDetails } from "../views";

/** One document with its text. */
export async function getKnowledge(ctx: CompanyContext, { documentId }: NamedDocument): Promise<KnowledgeDetails> {
  return transact(ctx, async (tx) => toKnowledgeDetails(await requireDocument(tx, documentId)));
}

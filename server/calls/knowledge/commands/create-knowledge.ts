import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countDocuments, insertDocument, lockKnowledge, writePassages } from "../repository";
import { passagesOf } from "../rules";
import type { CreateKnowledgeInput } from "../schema";

/** A caller waits while all of them are looked through. */
export const MOST_DOCUMENTS = 100;

/** Adds a document that the telephone answers questions from. */
export async function createKnowledge(
  ctx: CompanyContext,
  input: CreateKnowledgeInput,
): Promise<{ documentId: string }> {
  return transact(ctx, async (tx) => {
    await lockKnowledge(tx);
    if ((await countDocuments(tx)) >= MOST_DOCUMENTS)
      throw new AppError({ code: "LIMIT_REACHED", reason: "too_many_documents", details: { limit: MOST_DOCUMENTS } });
    const documentId = await insertDocument(tx, input);
    await writePassages(tx, documentId, passagesOf(input.text));
    const subject = { subjectType: "knowledge_document", subjectId: documentId };
    recordAudit(tx, { action: "create_knowledge", ...subject, after: input });
    return { documentId };
  });
}

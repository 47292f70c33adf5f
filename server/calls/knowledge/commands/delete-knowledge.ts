import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { deleteDocument } from "../repository";
import type { NamedDocument } from "../schema";
import { toKnowledgeDetails } from "../views";
import { requireDocument } from "./require-document";

/** Takes a document away for good; what it said stands in the log. */
export async function deleteKnowledge(ctx: CompanyContext, { documentId }: NamedDocument): Promise<void> {
  await transact(ctx, async (tx) => {
    const { title, language, text } = toKnowledgeDetails(await requireDocument(tx, documentId));
    await deleteDocument(tx, documentId);
    const subject = { subjectType: "knowledge_document", subjectId: documentId };
    recordAudit(tx, { action: "delete_knowledge", ...subject, before: { title, language, text } });
  });
}

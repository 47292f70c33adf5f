import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { changeDocument, lockKnowledge, writePassages } from "../repository";
import { passagesOf } from "../rules";
import type { EditKnowledgeInput, KnowledgeDetails } from "../schema";
import { toKnowledgeDetails } from "../views";
import { requireDocument } from "./require-document";

/** Changes what was sent of a document; the next caller is answered with it. */
export async function editKnowledge(ctx: CompanyContext, input: EditKnowledgeInput): Promise<KnowledgeDetails> {
  return transact(ctx, async (tx) => {
    const { documentId, text, ...data } = input;
    await lockKnowledge(tx);
    const before = toKnowledgeDetails(await requireDocument(tx, documentId));
    await changeDocument(tx, { id: documentId, ...data });
    if (text !== undefined) await writePassages(tx, documentId, passagesOf(text));
    const after = toKnowledgeDetails(await requireDocument(tx, documentId));
    const subject = { subjectType: "knowledge_document", subjectId: documentId };
    recordAudit(tx, { action: "edit_knowledge", ...subject, before: toLogged(before), after: toLogged(after) });
    return after;
  });
}

const toLogged = ({ title, language, isActive, text }: KnowledgeDetails) => ({ title, language, isActive, text });

import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";

/** What a company has written down: a document of one passage each. */
export async function createKnowledge(
  { companyId }: { companyId: string },
  { title, passages, isActive = true }: { title: string; passages: string[]; isActive?: boolean },
) {
  const id = newId();
  await platformClient().knowledgeDocument.create({ data: { id, companyId, title, isActive } });
  const rows = passages.map((text, position) => ({ id: newId(), companyId, documentId: id, position, text }));
  await platformClient().knowledgePassage.createMany({ data: rows });
}

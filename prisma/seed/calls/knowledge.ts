import { companyIdOf, idOf } from "../business";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

/** What the business has written down for its assistant. */
export async function writeKnowledge({ tx, business }: Seeding): Promise<void> {
  const companyId = companyIdOf(business);
  const documentId = (title: string) => idOf(business, "knowledge", title);
  await insertRows(
    tx.knowledgeDocument,
    business.knowledge.map(({ title }) => ({ id: documentId(title), companyId, title })),
  );
  const passages = business.knowledge.flatMap(({ title, passages }) =>
    passages.map((text, position) => {
      const id = idOf(business, "knowledge-passage", `${title}/${position}`);
      return { id, companyId, documentId: documentId(title), position, text };
    }),
  );
  await insertRows(tx.knowledgePassage, passages);
}

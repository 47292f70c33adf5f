import type { TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { type DocumentRow, findDocument } from "../repository";

/** The document as it stands; NOT_FOUND for another company's. */
export async function requireDocument(tx: TransactionContext, documentId: string): Promise<DocumentRow> {
  const row = await findDocument(tx, documentId);
  if (!row) throw notFound("knowledge_document");
  return row;
}

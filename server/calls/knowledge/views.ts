import { speechLanguage } from "@/server/speech/schema";
import type { DocumentRow, listDocuments } from "./repository";
import { textOf } from "./rules";
import type { KnowledgeDetails, KnowledgeView } from "./schema";

type ListedRow = Awaited<ReturnType<typeof listDocuments>>[number];

export function toKnowledgeView({ id, title, language, isActive, updatedAt, _count }: ListedRow): KnowledgeView {
  return { id, title, language: speechLanguage.parse(language), isActive, answers: _count.passages, updatedAt };
}

export function toKnowledgeDetails({
  id,
  title,
  language,
  isActive,
  updatedAt,
  passages,
}: DocumentRow): KnowledgeDetails {
  const answers = passages.length;
  return { id, title, language: speechLanguage.parse(language), isActive, answers, updatedAt, text: textOf(passages) };
}

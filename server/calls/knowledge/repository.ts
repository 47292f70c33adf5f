import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { SpeechLanguage } from "@/server/speech/schema";

export interface Passage {
  text: string;
  title: string;
  /** How much of the question stands in it, 0 to 1. */
  confidence: number;
}

const STEMMING: Record<SpeechLanguage, string> = { de: "german", en: "english" };

/**
 * The passage that has the most of the question's words, by their stems; a word inside a compound or with a slip counts
 * for a little less. What is written in another language is found last.
 */
export async function findPassage(
  ctx: CompanyContext,
  { question, language }: { question: string; language: SpeechLanguage },
): Promise<Passage | null> {
  const stemming = STEMMING[language];
  const [row] = await ask<Passage>(
    ctx,
    Prisma.sql`
    WITH asked AS (
      SELECT word, count(*) OVER () AS many
      FROM unnest(tsvector_to_array(to_tsvector(${stemming}::regconfig, ${question}))) AS word)
    SELECT p.text, d.title, round(sum(CASE
        WHEN to_tsvector(${stemming}::regconfig, d.title || ' ' || p.text) @@ quote_literal(asked.word)::tsquery THEN 1
        WHEN length(asked.word) > 3 AND word_similarity(asked.word, lower(d.title || ' ' || p.text)) >= 0.6 THEN 0.8
        ELSE 0 END) / max(asked.many), 2)::float AS confidence
    FROM knowledge_documents d
      JOIN knowledge_passages p ON p.company_id = d.company_id AND p.document_id = d.id
      CROSS JOIN asked
    WHERE d.company_id = ${ctx.companyId}::uuid AND d.is_active
    GROUP BY p.id, p.text, d.title, d.language, p.document_id, p.position
    ORDER BY confidence DESC, d.language = ${language} DESC, p.document_id, p.position LIMIT 1`,
  );
  return row ?? null;
}

const DOCUMENT = { id: true, title: true, language: true, isActive: true, updatedAt: true } as const;

export async function countDocuments(ctx: CompanyContext): Promise<number> {
  return db(ctx).knowledgeDocument.count({ where: { companyId: ctx.companyId } });
}

/** One at a time writes what a company knows: the limit holds however many do it at once. */
export async function lockKnowledge(ctx: CompanyContext): Promise<void> {
  await db(ctx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ctx.companyId}:knowledge`}, 0))`;
}

export async function listDocuments(ctx: CompanyContext) {
  return db(ctx).knowledgeDocument.findMany({
    where: { companyId: ctx.companyId },
    select: { ...DOCUMENT, _count: { select: { passages: true } } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
}

export async function findDocument(ctx: CompanyContext, id: string) {
  return db(ctx).knowledgeDocument.findFirst({
    where: { companyId: ctx.companyId, id },
    select: { ...DOCUMENT, passages: { select: { text: true }, orderBy: { position: "asc" } } },
  });
}
export type DocumentRow = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

interface Written {
  title?: string | undefined;
  language?: SpeechLanguage | undefined;
  isActive?: boolean | undefined;
}

export async function insertDocument(
  ctx: CompanyContext,
  { title, language, isActive }: { title: string; language: SpeechLanguage; isActive: boolean },
): Promise<string> {
  const id = newId();
  await db(ctx).knowledgeDocument.create({ data: { id, companyId: ctx.companyId, title, language, isActive } });
  return id;
}

export async function changeDocument(
  ctx: CompanyContext,
  { id, title, language, isActive }: Written & { id: string },
): Promise<void> {
  const data = {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(isActive !== undefined && { isActive }),
  };
  await db(ctx).knowledgeDocument.updateMany({
    where: { companyId: ctx.companyId, id },
    data: { ...data, updatedAt: ctx.now },
  });
}

export async function writePassages(ctx: CompanyContext, documentId: string, texts: readonly string[]): Promise<void> {
  const { companyId } = ctx;
  await db(ctx).knowledgePassage.deleteMany({ where: { companyId, documentId } });
  const data = texts.map((text, position) => ({ id: newId(), companyId, documentId, position, text }));
  await db(ctx).knowledgePassage.createMany({ data });
}

export async function deleteDocument(ctx: CompanyContext, id: string): Promise<void> {
  await db(ctx).knowledgeDocument.deleteMany({ where: { companyId: ctx.companyId, id } });
}

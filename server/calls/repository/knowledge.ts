import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
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

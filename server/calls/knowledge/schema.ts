import { z } from "zod";
import { speechLanguage } from "@/server/speech/schema";

const title = z.string().trim().min(1).max(120);
/** Paragraphs stand apart by an empty line; each is an answer of its own. */
const text = z.string().trim().min(1).max(20_000);

export const createKnowledgeInput = z.object({
  title,
  text,
  language: speechLanguage.default("de"),
  isActive: z.boolean().default(true),
});
export type CreateKnowledgeInput = z.infer<typeof createKnowledgeInput>;

export const namedDocument = z.object({ documentId: z.uuid() });
export type NamedDocument = z.infer<typeof namedDocument>;

/** Only what is sent changes. */
export const editKnowledgeInput = z
  .object({ title, text, language: speechLanguage, isActive: z.boolean() })
  .partial()
  .extend(namedDocument.shape);
export type EditKnowledgeInput = z.infer<typeof editKnowledgeInput>;

export const knowledgeView = z.object({
  id: z.uuid(),
  title: z.string(),
  language: speechLanguage,
  /** One that is put aside is told to nobody. */
  isActive: z.boolean(),
  answers: z.int(),
  updatedAt: z.date(),
});
export type KnowledgeView = z.infer<typeof knowledgeView>;

export const knowledgeDetails = knowledgeView.extend({ text: z.string() });
export type KnowledgeDetails = z.infer<typeof knowledgeDetails>;

export const searchKnowledgeInput = z.object({
  question: z.string().trim().min(1).max(500),
  language: speechLanguage.default("de"),
});
export type SearchKnowledgeInput = z.infer<typeof searchKnowledgeInput>;

/** What a caller would hear; without an answer somebody calls back. */
export const foundKnowledge = z.object({
  answer: z.string().nullable(),
  source: z.string().nullable(),
  confidence: z.number(),
});
export type FoundKnowledge = z.infer<typeof foundKnowledge>;

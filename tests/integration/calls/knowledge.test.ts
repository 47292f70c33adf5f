import { beforeEach, describe, expect, it } from "vitest";
import { createKnowledge, MOST_DOCUMENTS } from "@/server/calls/knowledge/commands/create-knowledge";
import { deleteKnowledge } from "@/server/calls/knowledge/commands/delete-knowledge";
import { editKnowledge } from "@/server/calls/knowledge/commands/edit-knowledge";
import { findAnswer } from "@/server/calls/knowledge/queries/find-answer";
import { getKnowledge } from "@/server/calls/knowledge/queries/get-knowledge";
import { listKnowledge } from "@/server/calls/knowledge/queries/list-knowledge";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

const VOUCHERS = { title: "Gutscheine", language: "de", isActive: true } as const;
const TEXT = "Gutscheine gibt es ab 20 Euro.\n\nSie gelten drei Jahre, und niemand zahlt sie bar aus.";

let salon: SalonLine;
let others: SalonLine;
beforeEach(async () => {
  [salon, others] = [await createSalonLine(), await createSalonLine()];
});

const owner = (line = salon) => ownerOf(line.company);
const written = async (text = TEXT) => (await createKnowledge(owner(), { ...VOUCHERS, text })).documentId;
const hears = (question: string) => ask("search-knowledge", ringing(salon.company), { question });

describe("what an owner writes down", () => {
  it("is what the next caller hears, paragraph by paragraph", async () => {
    expect(await hears("Wie lange gelten Gutscheine?")).toMatchObject({ status: "unavailable" });
    await written();
    const valid = "Sie gelten drei Jahre, und niemand zahlt sie bar aus.";
    expect(await hears("Gelten sie drei Jahre?")).toMatchObject({ status: "ok", say: valid, source: "Gutscheine" });
    expect(await hears("Ab wie viel Euro gibt es Gutscheine?")).toMatchObject({
      say: "Gutscheine gibt es ab 20 Euro.",
    });
    expect(await findAnswer(owner(), { question: "Gelten sie drei Jahre?", language: "de" })).toMatchObject({
      ...{ answer: valid, source: "Gutscheine", confidence: expect.any(Number) },
    });
  });

  it("is told as it was changed, and not while it is put aside", async () => {
    const documentId = await written();
    await editKnowledge(owner(), { documentId, text: "Gutscheine gibt es ab 50 Euro." });
    expect(await hears("Ab wie viel Euro gibt es Gutscheine?")).toMatchObject({
      say: "Gutscheine gibt es ab 50 Euro.",
    });
    expect(await getKnowledge(owner(), { documentId })).toMatchObject({
      ...{ title: "Gutscheine", text: "Gutscheine gibt es ab 50 Euro.", answers: 1, isActive: true },
    });
    await editKnowledge(owner(), { documentId, isActive: false });
    expect(await hears("Ab wie viel Euro gibt es Gutscheine?")).toMatchObject({ status: "unavailable", answer: null });
    expect(await getKnowledge(owner(), { documentId })).toMatchObject({ text: "Gutscheine gibt es ab 50 Euro." });
  });

  it("is told by nobody once it is deleted, and the log says what it was", async () => {
    const documentId = await written();
    await deleteKnowledge(owner(), { documentId });
    expect(await hears("Ab wie viel Euro gibt es Gutscheine?")).toMatchObject({ status: "unavailable" });
    expect(await listKnowledge(owner())).toEqual([]);
    expect(await platformClient().knowledgePassage.count({ where: { documentId } })).toBe(0);
    const log = await platformClient().activityLog.findMany({
      where: { companyId: salon.company.companyId, subjectId: documentId },
      orderBy: { sequence: "asc" },
    });
    expect(log).toMatchObject([
      { action: "create_knowledge", subjectType: "knowledge_document" },
      { action: "delete_knowledge", oldValues: { title: "Gutscheine", text: TEXT } },
    ]);
  });

  it("is nobody else's to see, to change or to delete", async () => {
    const documentId = await written();
    const theirs = owner(others);
    expect(await listKnowledge(theirs)).toEqual([]);
    expect(await findAnswer(theirs, { question: "Gutscheine", language: "de" })).toMatchObject({ answer: null });
    for (const attempt of [
      () => getKnowledge(theirs, { documentId }),
      () => editKnowledge(theirs, { documentId, text: "Nichts." }),
      () => deleteKnowledge(theirs, { documentId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getKnowledge(owner(), { documentId })).toMatchObject({ text: TEXT });
  });

  it("is as much as a caller can wait for, however many write at once", async () => {
    const { companyId } = salon.company;
    const data = Array.from({ length: MOST_DOCUMENTS - 1 }, (_, i) => ({ id: newId(), companyId, title: `Nr. ${i}` }));
    await platformClient().knowledgeDocument.createMany({ data });
    const results = await Promise.allSettled([written(), written(), written()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "LIMIT_REACHED", reason: "too_many_documents" });
    expect(await platformClient().knowledgeDocument.count({ where: { companyId } })).toBe(MOST_DOCUMENTS);
  });
});

import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createKnowledge } from "./commands/create-knowledge";
import { deleteKnowledge } from "./commands/delete-knowledge";
import { editKnowledge } from "./commands/edit-knowledge";
import { findAnswer } from "./queries/find-answer";
import { getKnowledge } from "./queries/get-knowledge";
import { listKnowledge } from "./queries/list-knowledge";
import * as schema from "./schema";

/** What a company has written down for its callers. */
export const knowledgeRouter = router({
  list: companyProcedure
    .meta({ permission: "view_agents", rest: "GET /knowledge" })
    .output(z.array(schema.knowledgeView))
    .query(({ ctx }) => listKnowledge(ctx.company)),
  get: companyProcedure
    .meta({ permission: "view_agents", rest: "GET /knowledge/{id=documentId}" })
    .input(schema.namedDocument)
    .output(schema.knowledgeDetails)
    .query(({ ctx, input }) => getKnowledge(ctx.company, input)),
  findAnswer: companyProcedure
    .meta({ permission: "view_agents", rest: "GET /knowledge/answer" })
    .input(schema.searchKnowledgeInput)
    .output(schema.foundKnowledge)
    .query(({ ctx, input }) => findAnswer(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_agents", rest: "POST /knowledge" })
    .input(schema.createKnowledgeInput)
    .output(schema.namedDocument)
    .mutation(({ ctx, input }) => createKnowledge(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_agents", rest: "PATCH /knowledge/{id=documentId}" })
    .input(schema.editKnowledgeInput)
    .output(schema.knowledgeDetails)
    .mutation(({ ctx, input }) => editKnowledge(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_agents", rest: "DELETE /knowledge/{id=documentId}" })
    .input(schema.namedDocument)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteKnowledge(ctx.company, input)),
});

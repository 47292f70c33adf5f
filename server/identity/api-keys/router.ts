import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createApiKey } from "./commands/create-api-key";
import { revokeApiKey } from "./commands/revoke-api-key";
import { rotateApiKey } from "./commands/rotate-api-key";
import { getApiKey } from "./queries/get-api-key";
import { listApiKeys } from "./queries/list-api-keys";
import { listKeyCompanies } from "./queries/list-key-companies";
import {
  apiKeyDetails,
  apiKeyInput,
  apiKeyView,
  createApiKeyInput,
  issuedApiKey,
  keyCompanies,
  listKeyCompaniesInput,
  rotateApiKeyInput,
} from "./schema";

export const apiKeysRouter = router({
  list: companyProcedure
    .meta({ permission: "view_api_keys", rest: "GET /api-keys" })
    .output(z.array(apiKeyView))
    .query(({ ctx }) => listApiKeys(ctx.company)),
  get: companyProcedure
    .meta({ permission: "view_api_keys", rest: "GET /api-keys/{id}" })
    .input(apiKeyInput)
    .output(apiKeyDetails)
    .query(({ ctx, input }) => getApiKey(ctx.company, input)),
  listCompanies: companyProcedure
    .meta({ permission: "view_api_keys", rest: "GET /api-keys/companies" })
    .input(listKeyCompaniesInput)
    .output(keyCompanies)
    .query(({ ctx, input }) => listKeyCompanies(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_api_keys", rest: "POST /api-keys", reauthentication: true })
    .input(createApiKeyInput)
    .output(issuedApiKey)
    .mutation(({ ctx, input }) => createApiKey(ctx.company, input)),
  rotate: companyProcedure
    .meta({ permission: "rotate_api_keys", rest: "POST /api-keys/{id}/rotate", reauthentication: true })
    .input(rotateApiKeyInput)
    .output(issuedApiKey)
    .mutation(({ ctx, input }) => rotateApiKey(ctx.company, input)),
  revoke: companyProcedure
    .meta({ permission: "delete_api_keys", rest: "DELETE /api-keys/{id}" })
    .input(apiKeyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeApiKey(ctx.company, input)),
});

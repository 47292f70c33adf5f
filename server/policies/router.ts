import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { editPolicy, resetPolicy } from "./commands/edit-policy";
import { explainPolicy } from "./queries/explain-policy";
import { listPolicies } from "./queries/list-policies";
import { simulatePolicy } from "./queries/simulate-policy";
import {
  editPolicyInput,
  explainPolicyInput,
  listPoliciesInput,
  policyExplanation,
  policySimulation,
  policyView,
  resetPolicyInput,
  simulatePolicyInput,
} from "./schema";

export const policiesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_policies", rest: "GET /policies" })
    .input(listPoliciesInput)
    .output(z.array(policyView))
    .query(({ ctx, input }) => listPolicies(ctx.company, input)),
  explain: companyProcedure
    .meta({ permission: "view_policies", rest: "GET /policies/{type=policyType}" })
    .input(explainPolicyInput)
    .output(policyExplanation)
    .query(({ ctx, input }) => explainPolicy(ctx.company, input)),
  simulate: companyProcedure
    .meta({ permission: "view_policies", rest: "GET /policies/simulation" })
    .input(simulatePolicyInput)
    .output(policySimulation)
    .query(({ ctx, input }) => simulatePolicy(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_policies", rest: "PUT /policies/{type=policyType}" })
    .input(editPolicyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => editPolicy(ctx.company, input)),
  reset: companyProcedure
    .meta({ permission: "edit_policies", rest: "DELETE /policies/{type=policyType}" })
    .input(resetPolicyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resetPolicy(ctx.company, input)),
});

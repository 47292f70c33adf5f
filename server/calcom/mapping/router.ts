import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { matchMembers, setMember } from "./commands/match-members";
import { pushEventTypes } from "./commands/push-event-types";
import { acceptProposals, setMapping } from "./commands/set-mapping";
import { getMappingReview } from "./queries/get-mapping-review";
import { listGaps } from "./queries/list-gaps";
import {
  acceptedProposals,
  listGapsInput,
  mappingGaps,
  mappingReview,
  matchedMembers,
  pushedEventTypes,
  setMappingInput,
  setMemberInput,
} from "./schema";

/** Who is who and what is what on both sides. */
export const calcomMappingRouter = router({
  get: companyProcedure
    .meta({ permission: "edit_integrations", rest: "GET /calcom/mappings" })
    .output(mappingReview)
    .query(({ ctx }) => getMappingReview(ctx.company)),
  listGaps: companyProcedure
    .meta({ permission: "view_services", rest: "GET /services/{id}/calcom" })
    .input(listGapsInput)
    .output(mappingGaps)
    .query(({ ctx, input }) => listGaps(ctx.company, input)),
  matchMembers: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/members/match" })
    .output(matchedMembers)
    .mutation(({ ctx }) => matchMembers(ctx.company)),
  setMember: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/members" })
    .input(setMemberInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setMember(ctx.company, input)),
  setMapping: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/mappings" })
    .input(setMappingInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setMapping(ctx.company, input)),
  acceptProposals: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/mappings/accept" })
    .output(acceptedProposals)
    .mutation(({ ctx }) => acceptProposals(ctx.company)),
  pushEventTypes: companyProcedure
    .meta({
      ...({ permission: "edit_integrations", limit: "calcom_push", shape: "plain" } as const),
      rest: "POST /calcom/push-event-types",
    })
    .output(pushedEventTypes)
    .mutation(({ ctx }) => pushEventTypes(ctx.company)),
});

import { z } from "zod";
import { accountProcedure, companyProcedure, publicProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { acceptInvitation, joinByInvitation } from "./commands/accept-invitation";
import { editMember } from "./commands/edit-member";
import { inviteMember } from "./commands/invite-member";
import { removeMember } from "./commands/remove-member";
import { resendInvitation } from "./commands/resend-invitation";
import { revokeInvitation } from "./commands/revoke-invitation";
import { findOpenInvitation } from "./queries/find-open-invitation";
import { getInvitation, getMember } from "./queries/get-member";
import { listInvitations, listMembers, listTeam } from "./queries/list-team";
import { listTeamChoices } from "./queries/list-team-choices";
import {
  acceptInvitationInput,
  editMemberInput,
  invitationInput,
  invitationView,
  inviteMemberInput,
  memberDetails,
  memberInput,
  memberView,
  openInvitation,
  openInvitationInput,
  teamChoices,
  teamView,
} from "./schema";

export const teamRouter = router({
  list: companyProcedure
    .meta({ permission: "view_team" })
    .output(teamView)
    .query(({ ctx }) => listTeam(ctx.company)),
  listMembers: companyProcedure
    .meta({ permission: "view_team", rest: "GET /team" })
    .output(z.array(memberView))
    .query(({ ctx }) => listMembers(ctx.company)),
  getMember: companyProcedure
    .meta({ permission: "view_team", rest: "GET /team/{id=membershipId}" })
    .input(memberInput)
    .output(memberDetails)
    .query(({ ctx, input }) => getMember(ctx.company, input)),
  listInvitations: companyProcedure
    .meta({ permission: "view_team", rest: "GET /team/invitations" })
    .output(z.array(invitationView))
    .query(({ ctx }) => listInvitations(ctx.company)),
  getInvitation: companyProcedure
    .meta({ permission: "view_team", rest: "GET /team/invitations/{id}" })
    .input(invitationInput)
    .output(invitationView)
    .query(({ ctx, input }) => getInvitation(ctx.company, input)),
  listChoices: companyProcedure
    .meta({ permission: "view_team", rest: "GET /team/choices" })
    .output(teamChoices)
    .query(({ ctx }) => listTeamChoices(ctx.company)),
  invite: companyProcedure
    .meta({ permission: "invite_team", rest: "POST /team/invitations", reauthentication: true })
    .input(inviteMemberInput)
    .output(z.object({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) => inviteMember(ctx.company, input)),
  resendInvitation: companyProcedure
    .meta({
      ...{ permission: "invite_team", reauthentication: true },
      ...{ rest: "POST /team/invitations/{id}/resend", created: "/team/invitations/{invitationId}" },
    })
    .input(invitationInput)
    .output(z.object({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) => resendInvitation(ctx.company, input)),
  revokeInvitation: companyProcedure
    .meta({ permission: "invite_team", rest: "DELETE /team/invitations/{id}" })
    .input(invitationInput)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeInvitation(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_team", rest: "PUT /team/{id=membershipId}", reauthentication: true })
    .input(editMemberInput)
    .output(z.void())
    .mutation(({ ctx, input }) => editMember(ctx.company, input)),
  remove: companyProcedure
    .meta({ permission: "remove_team", rest: "DELETE /team/{id=membershipId}", reauthentication: true })
    .input(memberInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMember(ctx.company, input)),
  findOpenInvitation: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(openInvitationInput)
    .output(openInvitation.nullable())
    .query(({ input }) => findOpenInvitation(input)),
  acceptInvitation: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(acceptInvitationInput)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  joinByInvitation: accountProcedure
    .meta({ permission: "account" })
    .input(openInvitationInput)
    .output(z.object({ companyId: z.uuid() }))
    .mutation(({ ctx, input }) => joinByInvitation(ctx, input)),
});

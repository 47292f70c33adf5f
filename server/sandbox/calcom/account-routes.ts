import { ok, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, defaultSchedule, keyHolder } from "./accounts";
import { frameworkError } from "./errors";

const TEAM_ID = 7;

export function accountRoutes({ calcom }: Sandbox): Route[] {
  return [
    route("GET /v2/me", (request) => {
      const user = keyHolder(calcom, accountOf(request));
      const { account, ...profile } = user;
      const defaultScheduleId = defaultSchedule(calcom, user.id)?.id ?? null;
      const rest = { avatarUrl: null, bio: null, timeFormat: 24, weekStart: "Monday", organizationId: null };
      return ok({ status: "success", data: { ...profile, ...rest, defaultScheduleId } });
    }),
    route("GET /v2/teams", () => {
      const team = { id: TEAM_ID, name: "Sandbox-Team", slug: "sandbox-team", isOrganization: false };
      return ok({ status: "success", data: [{ ...team, timeZone: "Europe/Berlin", weekStart: "Monday" }] });
    }),
    route("GET /v2/teams/:teamId/memberships", (request) => {
      if (request.params.teamId !== String(TEAM_ID)) return frameworkError(request, 404, "Team not found");
      keyHolder(calcom, accountOf(request));
      const members = calcom.of(calcom.users, accountOf(request)).map(({ id, name, email, username }, index) => ({
        id: TEAM_ID * 1000 + index,
        userId: id,
        teamId: TEAM_ID,
        accepted: true,
        role: index === 0 ? "OWNER" : "MEMBER",
        disableImpersonation: false,
        user: { name, email, username },
      }));
      return ok({ status: "success", data: members });
    }),
  ];
}

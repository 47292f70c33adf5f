import { ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { frameworkError } from "./errors";
import { pageOf } from "./paging";
import { scheduleView } from "./schedule-routes";

/** Every account has this one team, and everybody of the account is a member. */
export const TEAM = { id: 7, name: "Sandbox-Team", slug: "sandbox-team", isOrganization: false };
const PROFILE = { timeZone: "Europe/Berlin", weekStart: "Monday" };
/** The team as its event types show it: with the looks of its page. */
export const TEAM_PAGE = {
  ...{ id: TEAM.id, slug: TEAM.slug, name: TEAM.name, weekStart: PROFILE.weekStart },
  ...{ bannerUrl: "", logoUrl: "", brandColor: "#292929", darkBrandColor: "#fafafa", theme: "light" },
};

export function teamRoutes({ calcom }: Sandbox): Route[] {
  function members(request: SandboxRequest) {
    keyHolder(calcom, accountOf(request));
    return calcom.of(calcom.users, accountOf(request)).map(({ id, name, email, username }, index) => ({
      id: TEAM.id * 1000 + index,
      userId: id,
      teamId: TEAM.id,
      accepted: true,
      role: index === 0 ? "OWNER" : "MEMBER",
      disableImpersonation: false,
      user: { name, email, username },
    }));
  }

  return [
    route("GET /v2/teams", () => ok({ status: "success", data: [{ ...TEAM, ...PROFILE }] })),
    route("GET /v2/teams/:teamId", (request) => {
      requireTeam(request);
      return ok({ status: "success", data: { ...TEAM, ...PROFILE } });
    }),
    route("GET /v2/teams/:teamId/memberships", (request) => {
      requireTeam(request);
      const emails = request.query.get("emails")?.split(",");
      const wanted = members(request).filter(({ user }) => !emails || emails.includes(user.email));
      return ok({ status: "success", data: pageOf(request, wanted) });
    }),
    route("GET /v2/teams/:teamId/memberships/:id", (request) => {
      requireTeam(request);
      const found = members(request).find(({ id }) => String(id) === request.params.id);
      return found ? ok({ status: "success", data: found }) : frameworkError(request, 404, "Membership not found");
    }),
    route("GET /v2/teams/:teamId/schedules", (request) => {
      requireTeam(request);
      const all = calcom.of(calcom.schedules, accountOf(request)).map(scheduleView);
      return ok({ status: "success", data: pageOf(request, all) });
    }),
  ];
}

export function requireTeam(request: SandboxRequest): void {
  if (request.params.teamId === String(TEAM.id)) return;
  throw new Refused(frameworkError(request, 404, "Team not found"));
}

import { ok, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, defaultSchedule, keyHolder } from "./accounts";

export function accountRoutes({ calcom }: Sandbox): Route[] {
  return [
    route("GET /v2/me", (request) => {
      const user = keyHolder(calcom, accountOf(request));
      const { account, ...profile } = user;
      const defaultScheduleId = defaultSchedule(calcom, user.id)?.id ?? null;
      const organizationId = calcom.organizations.get(account) ?? null;
      const rest = { avatarUrl: null, bio: null, timeFormat: 24, weekStart: "Monday", organizationId };
      return ok({ status: "success", data: { ...profile, ...rest, defaultScheduleId } });
    }),
  ];
}

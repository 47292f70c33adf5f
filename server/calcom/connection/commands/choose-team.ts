import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { writeCalcomPlace } from "@/server/tenancy/commands/write-calcom-place";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import type { ChooseTeamInput } from "../schema";
import { askForPerson } from "./ask-for-person";

/** From now on event types are made and looked for in this team, or with the key's owner. */
export async function chooseTeam(ctx: CompanyContext, { teamId }: ChooseTeamInput): Promise<void> {
  const teams = teamId === null ? [] : await askForPerson(ctx, (calcom) => calcom.listTeams());
  const team = teams.find(({ id }) => id === teamId) ?? null;
  if (teamId !== null && !team) throw notFound("calcom_team");
  await transact(ctx, async (tx) => {
    const { calcomTeamId: before } = await readCalcomPlace(tx);
    await writeCalcomPlace(tx, { calcomTeamId: teamId });
    await noteConnection(tx, { provider: "calcom", notes: { team } });
    recordAudit(tx, {
      action: "choose_calcom_team",
      subjectType: "integration",
      before: { calcomTeamId: before },
      after: { calcomTeamId: teamId },
    });
  });
}

import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findApiKey } from "../../repository/connection";
import { askForPerson } from "../commands/ask-for-person";
import type { CalcomTeams } from "../schema";

/** The teams that the key belongs to; none as long as there is no key. */
export async function listTeams(ctx: CompanyContext): Promise<CalcomTeams> {
  if (!(await transact(ctx, findApiKey))) return [];
  return askForPerson(ctx, (calcom) => calcom.listTeams());
}

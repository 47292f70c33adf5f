import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { type DatabaseFacts, readDatabaseFacts } from "../repository/standing";

/** What there is: the database, and how many use it. */
export const getStanding = (ctx: PlatformContext): Promise<DatabaseFacts> => transactAsPlatform(ctx, readDatabaseFacts);

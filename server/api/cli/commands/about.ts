import { z } from "zod";
import packageFile from "@/package.json";
import { env } from "@/server/core/env";
import { getStanding } from "@/server/operations/platform/queries/get-standing";
import { getHealth } from "@/server/operations/queries/get-health";
import { defineCommand } from "../command";

export const about = defineCommand({
  name: "about",
  permission: "view_platform",
  summary: "what runs here: versions, database, providers that are set up",
  input: z.strictObject({}),
  async run(_input, { platform }) {
    const [health, standing, set] = [await getHealth(), await getStanding(platform), env()];
    const providers = {
      retell: set.RETELL_API_KEY !== undefined,
      resend: set.RESEND_API_KEY !== undefined,
      twilio: set.TWILIO_ACCOUNT_SID !== undefined && set.TWILIO_AUTH_TOKEN !== undefined,
    };
    const data = {
      version: packageFile.version,
      node: process.version,
      environment: set.NODE_ENV,
      appUrl: set.APP_URL,
      database: { name: standing.name, version: standing.version, state: health.database },
      companies: standing.companies,
      users: standing.users,
      providers,
    };
    return {
      data,
      lines: [
        `AskProAI ${data.version} on Node.js ${data.node} (${data.environment}), ${data.appUrl}`,
        `database  ${standing.name}, PostgreSQL ${standing.version}, ${health.database}`,
        `content   ${standing.companies} companies, ${standing.users} users`,
        `providers ${Object.entries(providers)
          .map(([name, isSet]) => `${name}: ${isSet ? "set up" : "–"}`)
          .join(", ")}`,
      ],
    };
  },
});

import { statfs } from "node:fs/promises";
import { type Env, env } from "@/server/core/env";
import type { PlatformContext } from "@/server/core/platform";
import { getHealth } from "../../queries/get-health";
import { rotateSecrets } from "../commands/rotate-secrets";
import { judgePreflight } from "../rules/preflight";
import type { PreflightCheck } from "../schema";
import { getStanding } from "./get-standing";

const PROVIDER_KEYS = [
  "RETELL_API_KEY",
  "RESEND_API_KEY",
  "RESEND_WEBHOOK_SECRET",
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
] as const;

/** Everything that must be right before customers are served. */
export async function checkPreflight(ctx: PlatformContext): Promise<PreflightCheck[]> {
  const [health, asked, standing] = [await getHealth(), Date.now(), await getStanding(ctx)];
  const clockSkewMs = (asked + Date.now()) / 2 - standing.now.getTime();
  const { columns } = await rotateSecrets(ctx, { isDryRun: true });
  const disk = await statfs(process.cwd());
  return judgePreflight({
    health,
    databaseVersion: standing.version,
    mightyRoles: standing.mightyRoles,
    clockSkewMs,
    freeDiskShare: disk.bavail / disk.blocks,
    unreadableSecrets: columns.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
    outdatedSecrets: columns.reduce((sum, { rewritten }) => sum + rewritten, 0),
    unreachable: standing.unreachable,
    settings: settingsOf(env()),
  });
}

function settingsOf(set: Env) {
  const { protocol, hostname } = new URL(set.APP_URL);
  return {
    isProduction: set.NODE_ENV === "production",
    isHttps: protocol === "https:",
    isLocal: hostname === "localhost" || hostname.startsWith("127."),
    isDemo: set.DEMO === "1",
    isBench: set.BENCH === "1",
    secret: set.AUTH_SECRET,
    missing: PROVIDER_KEYS.filter((name) => !set[name]),
    hasJobs: set.PLATFORM_DATABASE_URL !== undefined,
  };
}

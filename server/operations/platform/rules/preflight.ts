import type { HealthView } from "../../schema";
import type { PreflightCheck } from "../schema";

export interface PreflightFacts {
  health: Pick<HealthView, "database" | "queue">;
  databaseVersion: number;
  mightyRoles: string[];
  clockSkewMs: number;
  freeDiskShare: number;
  unreadableSecrets: number;
  outdatedSecrets: number;
  /** The short names of companies that nobody can call. */
  unreachable: string[];
  settings: {
    isProduction: boolean;
    isHttps: boolean;
    isLocal: boolean;
    isDemo: boolean;
    isBench: boolean;
    secret: string;
    missing: string[];
    hasJobs: boolean;
  };
}

const OLDEST_DATABASE = 15;
const MAX_SKEW_MS = 2000;
const MIN_FREE_DISK = 0.1;

type Judgement = [isFine: boolean, detail: string, advice: string];

/** What stands in the way of serving customers, and what to do about each of it. */
export function judgePreflight(facts: PreflightFacts): PreflightCheck[] {
  const { health, settings } = facts;
  const isServing = settings.isProduction && !settings.isDemo && !settings.isLocal;
  const must = (name: string, [isFine, detail, advice]: Judgement): PreflightCheck =>
    isFine ? { name, status: "ok", detail } : { name, status: "failed", detail, advice };
  const should = (name: string, judgement: Judgement): PreflightCheck => {
    const check = must(name, judgement);
    return check.status === "failed" ? { ...check, status: "warning" } : check;
  };
  const ifServing = isServing ? must : should;
  const percent = `${Math.round(facts.freeDiskShare * 100)} %`;
  return [
    must("database", [
      facts.databaseVersion >= OLDEST_DATABASE,
      `PostgreSQL ${facts.databaseVersion}`,
      "Use PostgreSQL 15 or newer.",
    ]),
    must("migrations", [health.database === "ok", health.database, "Run `npm run migrate` with DATABASE_URL."]),
    must("roles", [
      facts.mightyRoles.length === 0,
      facts.mightyRoles.join(", ") || "none passes row-level security",
      "ALTER ROLE … NOSUPERUSER NOBYPASSRLS.",
    ]),
    must("encryption", [
      facts.unreadableSecrets === 0,
      `${facts.unreadableSecrets} stored secrets can't be read`,
      "Add the key that they were encrypted under to ENCRYPTION_KEYS_OLD.",
    ]),
    should("key rotation", [
      facts.outdatedSecrets === 0,
      `${facts.outdatedSecrets} stored secrets under an old key`,
      "Run `npm run cli -- secrets:rotate`.",
    ]),
    ifServing("credentials", [
      settings.missing.length === 0,
      settings.missing.join(", ") || "all set",
      "Set these variables; see README.md.",
    ]),
    must("queue", [
      health.queue === "ok",
      health.queue,
      "Start the runner (`npm run runner`), and look at `queue:status`.",
    ]),
    ifServing("jobs", [
      settings.hasJobs,
      settings.hasJobs ? "a runner's door is set" : "no PLATFORM_DATABASE_URL",
      "Set PLATFORM_DATABASE_URL for `npm run runner`: it publishes what happened, also where Inngest runs the jobs.",
    ]),
    should("telephone", [
      facts.unreachable.length === 0,
      facts.unreachable.length === 0 ? "every company can be called" : `no number: ${facts.unreachable.join(", ")}`,
      "Give each its number: `npm run cli -- phone:add`, or its page in /admin.",
    ]),
    ifServing("https", [
      settings.isHttps,
      settings.isHttps ? "cookies are secure" : "APP_URL is not https",
      "Set APP_URL to the public https address.",
    ]),
    ifServing("secret", [isRandom(settings.secret), "AUTH_SECRET", "Make one: `openssl rand -base64 32`."]),
    ifServing("switches", [
      !settings.isBench && !(settings.isProduction && settings.isDemo),
      settings.isDemo ? "DEMO=1" : settings.isBench ? "BENCH=1" : "none",
      "Unset DEMO and BENCH where customers are served.",
    ]),
    must("clock", [
      Math.abs(facts.clockSkewMs) <= MAX_SKEW_MS,
      `${Math.round(facts.clockSkewMs)} ms from the database's`,
      "Synchronise both clocks (NTP).",
    ]),
    should("disk", [facts.freeDiskShare >= MIN_FREE_DISK, `${percent} free`, "Free some space, or add some."]),
  ];
}

/** A sentence or a repeated word is not a secret, however long. */
const isRandom = (secret: string): boolean => new Set(secret).size >= 16;

import { z } from "zod";

export const healthView = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  database: z.enum(["ok", "down", "migrations_missing"]),
  queue: z.enum(["ok", "delayed", "unknown"]),
  /** What counts requests: the database itself, unless there is a Redis. */
  cache: z.enum(["ok", "down"]),
  timestamp: z.iso.datetime(),
  version: z.string(),
});
export type HealthView = z.infer<typeof healthView>;

const providerStatus = z.enum(["connected", "degraded", "error", "not_connected"]);
export type ProviderHealth = { status: z.infer<typeof providerStatus>; lastSuccessAt: Date | null };

const healthMetrics = z.object({
  calls_today: z.int(),
  appointments_today: z.int(),
  /** Who had or has an appointment within a year. */
  customers_active: z.int(),
  queue_jobs_pending: z.int(),
});
export type HealthMetrics = z.infer<typeof healthMetrics>;

/** The names are those that monitoring was promised. */
export const healthDetails = z.object({
  status: healthView.shape.status,
  checks: z.object({
    database: z.object({ status: healthView.shape.database, latency_ms: z.number() }),
    cache: z.object({ status: healthView.shape.cache, driver: z.enum(["database", "redis"]) }),
    queue: z.object({ status: healthView.shape.queue, pending_jobs: z.int() }),
    storage: z.object({ status: z.enum(["ok", "low"]), disk_usage: z.number() }),
  }),
  integrations: z.object({
    cal_com: z.object({ status: providerStatus, last_sync: z.iso.datetime().nullable() }),
    retell: z.object({ status: providerStatus, last_call: z.iso.datetime().nullable() }),
    stripe: z.object({ status: providerStatus, last_sync: z.iso.datetime().nullable() }),
  }),
  metrics: healthMetrics,
});
export type HealthDetails = z.infer<typeof healthDetails>;

const address = z.string().max(2000).catch("");
const line = z.int().optional().catch(undefined);

const oldReport = z
  .object({
    "csp-report": z.object({
      "violated-directive": z.string().max(100),
      "blocked-uri": address,
      "document-uri": address,
      "source-file": address,
      "line-number": line,
    }),
  })
  .transform(({ "csp-report": told }) => [
    {
      directive: told["violated-directive"],
      blocked: told["blocked-uri"],
      page: told["document-uri"],
      source: told["source-file"],
      line: told["line-number"],
    },
  ]);

const newReport = z
  .object({
    type: z.literal("csp-violation"),
    body: z.object({
      effectiveDirective: z.string().max(100),
      blockedURL: address,
      documentURL: address,
      sourceFile: address,
      lineNumber: line,
    }),
  })
  .transform(({ body }) => ({
    directive: body.effectiveDirective,
    blocked: body.blockedURL,
    page: body.documentURL,
    source: body.sourceFile,
    line: body.lineNumber,
  }));

/** What a browser reports of a page's content security policy: one in the older form, or a list in the newer one. */
export const policyReports = z.union([oldReport, z.array(newReport).max(100)]);

/** Work with other systems: messages out, copies at Cal.com, what was delivered to us, facts that jobs wait for, and jobs. */
export const workKind = z.enum(["messages", "appointments", "deliveries", "events", "jobs"]);
export const workView = z.object({
  kind: workKind,
  /** Longer than a minute past its time. */
  waiting: z.int(),
  failed: z.int(),
  waitingSince: z.date().nullable(),
  failedSince: z.date().nullable(),
});
export type WorkView = z.infer<typeof workView>;

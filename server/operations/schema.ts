import { z } from "zod";

export const healthView = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  database: z.enum(["ok", "down", "migrations_missing"]),
  queue: z.enum(["ok", "delayed", "unknown"]),
  timestamp: z.iso.datetime(),
  version: z.string(),
});
export type HealthView = z.infer<typeof healthView>;

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

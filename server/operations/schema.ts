import { z } from "zod";

export const healthView = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  database: z.enum(["ok", "down", "migrations_missing"]),
  queue: z.enum(["ok", "delayed", "unknown"]),
  timestamp: z.iso.datetime(),
  version: z.string(),
});
export type HealthView = z.infer<typeof healthView>;

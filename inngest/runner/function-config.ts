import { z } from "zod";
import { isDuration } from "./durations";
import { findExpressionFault } from "./expressions";
import { findCronFault } from "./schedule";

const faultIn = (find: (text: string) => string | null) => (text: string, ctx: z.RefinementCtx) => {
  const fault = find(text);
  if (fault) ctx.addIssue({ code: "custom", message: fault });
};
const duration = z.string().refine(isDuration, "not a duration such as 1h30m");
const expression = z.string().superRefine(faultIn(findExpressionFault));
const count = z.int().min(1);

const trigger = z
  .strictObject({
    event: z.string().optional(),
    expression: expression.optional(),
    cron: z.string().superRefine(faultIn(findCronFault)).optional(),
  })
  .refine(({ event, cron }) => Boolean(event) !== Boolean(cron), "needs either event or cron");

const concurrency = z
  .strictObject({
    limit: z.int().min(0),
    key: expression.optional(),
    scope: z.enum(["fn", "env", "account"]).optional(),
  })
  .refine(({ scope, key }) => !scope || scope === "fn" || key, "scope env or account needs a key");

type Concurrency = z.output<typeof concurrency>;

const step = z.strictObject({
  id: z.string(),
  name: z.string(),
  runtime: z.strictObject({ type: z.literal("http"), url: z.string() }),
  retries: z.strictObject({ attempts: z.int().min(0).max(20).optional() }).optional(),
});

/**
 * What the SDK registers for one function (inngest 4, `functionConfigSchema`), as far as the runner carries it out.
 * Strict on purpose: an option that is not listed is refused by name, never ignored.
 */
export const functionConfig = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().optional(),
    triggers: z.array(trigger).max(10),
    steps: z.strictObject({ step }),
    concurrency: z
      .union([
        count.transform((limit): Concurrency[] => [{ limit }]),
        concurrency.transform((one) => [one]),
        z.array(concurrency).max(2),
      ])
      .default([]),
    idempotency: expression.optional(),
    priority: z.strictObject({ run: expression.optional() }).optional(),
    rateLimit: z.strictObject({ limit: count, period: duration, key: expression.optional() }).optional(),
    throttle: z
      .strictObject({ limit: count, period: duration, key: expression.optional(), burst: count.optional() })
      .optional(),
    debounce: z.strictObject({ period: duration, key: expression.optional(), timeout: duration.optional() }).optional(),
    batchEvents: z
      .strictObject({
        maxSize: count.max(100),
        timeout: duration,
        key: expression.optional(),
        if: expression.optional(),
      })
      .optional(),
    singleton: z.strictObject({ key: expression.optional(), mode: z.enum(["skip", "cancel"]) }).optional(),
    timeouts: z.strictObject({ start: duration.optional(), finish: duration.optional() }).optional(),
    cancel: z
      .array(z.strictObject({ event: z.string(), if: expression.optional(), timeout: z.string().optional() }))
      .max(5)
      .default([]),
  })
  .superRefine((config, ctx) => {
    if (!config.batchEvents) return;
    const clash = (["priority", "rateLimit", "debounce", "idempotency", "singleton"] as const).filter(
      (key) => config[key],
    );
    if (config.cancel.length)
      ctx.addIssue({ code: "custom", path: ["cancelOn"], message: "can't be used with batchEvents" });
    for (const key of clash) ctx.addIssue({ code: "custom", path: [key], message: "can't be used with batchEvents" });
  });

export type FunctionConfig = z.output<typeof functionConfig>;

/** Calls of a step until it has failed for good: the SDK's default is 4 retries. */
export function maxAttempts(config: FunctionConfig | undefined): number {
  return (config?.steps.step.retries?.attempts ?? 4) + 1;
}

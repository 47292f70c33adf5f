import pino, { type Logger } from "pino";
import { env } from "./env";
import { redact, redactText } from "./redact";

let root: Logger | undefined;

export type LogChannel = "app" | "webhook" | "api" | "security" | "performance" | "jobs";

/**
 * A structured logger of one channel: one JSON object a line. Secrets and personal data are taken out of every field and
 * text; whose doing it was stands there as ids, and an address only in the security channel.
 */
export function log(channel: LogChannel = "app"): Logger {
  root ??= open();
  return root.child({ channel });
}

function open(): Logger {
  const { LOG_LEVEL, LOG_DESTINATION } = env();
  const options: pino.LoggerOptions = {
    level: LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (level) => ({ level }),
      bindings: (bindings) => redact(bindings) as Record<string, unknown>,
      log: (facts) => redact(facts) as Record<string, unknown>,
    },
    hooks: {
      logMethod(parts, method) {
        const safe = parts.map((part) => (typeof part === "string" ? redactText(part) : part));
        method.apply(this, safe as Parameters<typeof method>);
      },
    },
    // pino's own way of writing `err` would bypass the formatter.
    serializers: { err: redact, error: redact },
  };
  return pino(options, pino.destination(DESTINATIONS[LOG_DESTINATION] ?? LOG_DESTINATION));
}

const DESTINATIONS: Record<string, number> = { stdout: 1, stderr: 2 };

import pino, { type Logger } from "pino";
import { env } from "./env";
import { redact } from "./redact";

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
    // Errors say more as objects of our own than as their properties.
    formatters: { level: (level) => ({ level }), log: (facts) => redact(facts) as Record<string, unknown> },
    serializers: { err: redact },
    hooks: { streamWrite: withoutSecrets },
  };
  return pino(options, pino.destination(DESTINATIONS[LOG_DESTINATION] ?? LOG_DESTINATION));
}

/** The last look at a line, whatever it was made of: a logger's own fields pass no formatter. */
const withoutSecrets = (line: string): string => `${JSON.stringify(redact(JSON.parse(line)))}\n`;

const DESTINATIONS: Record<string, number> = { stdout: 1, stderr: 2 };

import pino, { type Logger } from "pino";
import { env } from "./env";

const SECRET_KEYS = ["password", "token", "secret", "apiKey", "authorization", "cookie", "code", "totp", "signature"];

let root: Logger | undefined;

export type LogChannel = "app" | "webhook" | "api" | "security" | "performance" | "jobs";

/** A structured logger of one channel; secrets are redacted wherever they stand. */
export function log(channel: LogChannel = "app"): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[redacted]" },
  });
  return root.child({ channel });
}

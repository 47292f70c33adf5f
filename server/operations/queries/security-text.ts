import { env } from "@/server/core/env";
import { DAY } from "@/server/core/time";

/** It must not be older than a year: this one is good for half of one from each reading on. */
const VALID_DAYS = 180;

/** Whom to tell of a hole, as RFC 9116 writes it. */
export function securityText(now: Date): string {
  const { APP_URL, SECURITY_CONTACT } = env();
  return [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${new Date(now.getTime() + VALID_DAYS * DAY).toISOString()}`,
    "Preferred-Languages: de, en",
    `Canonical: ${new URL("/.well-known/security.txt", APP_URL).href}`,
    "",
  ].join("\n");
}

import { createHash } from "node:crypto";
import { env } from "@/server/core/env";
import { log } from "@/server/core/log";

const TIMEOUT_MS = 1500;
const PREFIX_LENGTH = 5;

/**
 * Whether the password stands in a published collection of stolen ones (Have I Been Pwned). Only the first five digits of
 * its SHA-1 leave the house, for an answer of some hundred hashes padded to no telling length. When the service can't be
 * asked, nobody is kept from choosing a password: null, and a line in the log.
 */
export async function isBreached(password: string): Promise<boolean | null> {
  const { PWNED_PASSWORDS_URL } = env();
  if (PWNED_PASSWORDS_URL === "off") return null;
  const hash = createHash("sha1").update(password).digest("hex").toUpperCase();
  const [prefix, suffix] = [hash.slice(0, PREFIX_LENGTH), hash.slice(PREFIX_LENGTH)];
  try {
    const answer = await fetch(PWNED_PASSWORDS_URL + prefix, {
      headers: { "Add-Padding": "true", "User-Agent": "AskProAI" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return countOf(await answer.text(), suffix) > 0;
  } catch (error) {
    log("security").warn({ fault: error instanceof Error ? error.message : "unknown" }, "stolen passwords not checked");
    return null;
  }
}

/** Lines of `<suffix>:<count>`; padding has the count 0. */
function countOf(answer: string, suffix: string): number {
  const line = answer.split(/\r?\n/).find((each) => each.startsWith(`${suffix}:`));
  return Number(line?.slice(suffix.length + 1) ?? 0);
}

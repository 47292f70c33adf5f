import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** The chained part of an entry, by the names of its columns. */
export interface ActivityHead {
  id: string;
  company_id: string | null;
  log_name: string;
  action: string;
  subject_type: string | null;
  subject_id: string | null;
  actor: unknown;
  values_digest: string | null;
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  occurred_at: string;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** RFC 8785: the same content is the same text, whoever writes it. */
export const canonicalOf = (value: unknown): string => canonicalize(value) ?? "null";

/** What stands in the chain for the values: salted, so that nobody can guess them once they are blanked. */
export const valuesDigestOf = (salt: string, values: { old: unknown; new: unknown }): string =>
  sha256(salt + canonicalOf(values));

export const linkOf = (previousHash: string, canonical: string): string => sha256(previousHash + canonical);

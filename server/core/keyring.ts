import { createHash } from "node:crypto";
import { env } from "./env";

export interface EncryptionKey {
  /** Derived from the key, so that nobody has to number keys. */
  id: string;
  bytes: Buffer;
}

/** The key that new values are encrypted under. */
export function currentKey(): EncryptionKey {
  return toKey(env().ENCRYPTION_KEY);
}

/** Every key that may still be read, the current one first. */
export function readableKeys(): EncryptionKey[] {
  const old = (env().ENCRYPTION_KEYS_OLD ?? "").split(",").filter(Boolean);
  return [env().ENCRYPTION_KEY, ...old].map(toKey);
}

function toKey(base64: string): EncryptionKey {
  const bytes = Buffer.from(base64, "base64");
  return { id: createHash("sha256").update("key id:").update(bytes).digest("hex").slice(0, 8), bytes };
}

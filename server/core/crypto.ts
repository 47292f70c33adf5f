import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "./env";

const KEY_ID = "k1";

/**
 * AES-256-GCM with a data key for each value, itself encrypted under ENCRYPTION_KEY (envelope encryption).
 * Format: `<key id>.<encrypted data key>.<encrypted value>`, each part `iv | tag | text` in base64url.
 */
export function encrypt(plain: string): string {
  const dataKey = randomBytes(32);
  return [KEY_ID, seal(dataKey, masterKey()), seal(Buffer.from(plain, "utf8"), dataKey)].join(".");
}

/** Throws when the value was tampered with or encrypted under another key. */
export function decrypt(stored: string): string {
  const [keyId, wrapped, value] = stored.split(".");
  if (keyId !== KEY_ID || !wrapped || !value) throw new Error("unknown encryption key or damaged value");
  return unseal(value, unseal(wrapped, masterKey())).toString("utf8");
}

/** For tokens that are looked up: they are random, so a plain digest is enough. */
export function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

const masterKey = (): Buffer => Buffer.from(env().ENCRYPTION_KEY, "base64");

function seal(text: Buffer, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

function unseal(sealed: string, key: Buffer): Buffer {
  const raw = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, raw.subarray(0, 12));
  decipher.setAuthTag(raw.subarray(12, 28));
  return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]);
}

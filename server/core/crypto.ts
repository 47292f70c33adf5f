import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
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

const MAC_BYTES = 16;

/** Packs an id with a signature that only we can make, for links that carry their own permission; the purpose keeps links apart. */
export function signId(purpose: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, macOf(purpose, bytes)]).toString("base64url");
}

/** The id in a token of `signId`, or null when it is not one of ours. */
export function readSignedId(purpose: string, token: string): string | null {
  const raw = Buffer.from(token, "base64url");
  if (raw.length !== 16 + MAC_BYTES || raw.toString("base64url") !== token) return null;
  const id = raw.subarray(0, 16);
  if (!timingSafeEqual(raw.subarray(16), macOf(purpose, id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const macOf = (purpose: string, bytes: Buffer): Buffer =>
  createHmac("sha256", env().AUTH_SECRET).update(`${purpose}:`).update(bytes).digest().subarray(0, MAC_BYTES);

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

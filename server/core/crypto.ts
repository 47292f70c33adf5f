import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env";
import { currentKey, readableKeys } from "./keyring";

/**
 * Where a secret is kept: `table.column` and the id of its row (for a value that is in no table, of whom it is about). A
 * ciphertext that was moved to another row or column can't be read there.
 */
export interface SecretPlace {
  column: string;
  rowId: string;
}

const FORMAT = "v2";
/** Written before keys had ids: one key, bound to no place. Read, and rewritten by `secrets:rotate`. */
const FIRST_FORMAT = "k1";

/**
 * AES-256-GCM with a data key for each value, itself encrypted under the current key (envelope encryption).
 * Format: `v2.<key id>.<encrypted data key>.<encrypted value>`, the last two `iv | tag | text` in base64url, both bound to the place.
 */
export function encrypt(plain: string, place: SecretPlace): string {
  const [key, dataKey, bound] = [currentKey(), randomBytes(32), boundTo(place)];
  return [FORMAT, key.id, seal(dataKey, key.bytes, bound), seal(Buffer.from(plain, "utf8"), dataKey, bound)].join(".");
}

/** Throws when the value was tampered with, belongs elsewhere or was encrypted under a key that is not here any more. */
export function decrypt(stored: string, place: SecretPlace): string {
  const parts = stored.split(".");
  if (parts[0] === FIRST_FORMAT) return decryptFirstFormat(parts);
  const [format, keyId, wrapped, value] = parts;
  const key = readableKeys().find(({ id }) => id === keyId);
  if (format !== FORMAT || !key || !wrapped || !value) throw new Error("unknown encryption key or damaged value");
  const bound = boundTo(place);
  return unseal(value, unseal(wrapped, key.bytes, bound), bound).toString("utf8");
}

/** Whether it is written in the present format under the current key. */
export function isCurrentlyEncrypted(stored: string): boolean {
  return stored.startsWith(currentPrefix());
}

/** How every value begins that is encrypted under the current key. */
export const currentPrefix = (): string => `${FORMAT}.${currentKey().id}.`;

function decryptFirstFormat([, wrapped = "", value = ""]: string[]): string {
  for (const { bytes } of readableKeys()) {
    const dataKey = attempt(() => unseal(wrapped, bytes));
    if (dataKey) return unseal(value, dataKey).toString("utf8");
  }
  throw new Error("unknown encryption key or damaged value");
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const boundTo = ({ column, rowId }: SecretPlace) => Buffer.from(`${column}:${rowId}`, "utf8");

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

function seal(text: Buffer, key: Buffer, bound: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound);
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

function unseal(sealed: string, key: Buffer, bound = Buffer.alloc(0)): Buffer {
  const raw = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, raw.subarray(0, 12), { authTagLength: 16 }).setAAD(bound);
  decipher.setAuthTag(raw.subarray(12, 28));
  return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]);
}

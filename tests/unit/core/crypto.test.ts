import { randomBytes } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";

const newKey = () => randomBytes(32).toString("base64");
const [first, second] = [newKey(), newKey()];
const place = { column: "companies.retell_api_key_encrypted", rowId: "019b76da-a800-7f70-bfcf-dd9a8fae1ffa" };

/** A process of its own, as it starts with these keys. */
async function startedWith(current: string, old: string[] = []) {
  vi.resetModules();
  vi.stubEnv("APP_DATABASE_URL", "postgresql://localhost/x_test");
  vi.stubEnv("AUTH_SECRET", "unit-test-secret-unit-test-secret-00");
  vi.stubEnv("ENCRYPTION_KEY", current);
  vi.stubEnv("ENCRYPTION_KEYS_OLD", old.join(","));
  return import("@/server/core/crypto");
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it("reads what it wrote, and writes it differently each time", async () => {
  const { encrypt, decrypt } = await startedWith(first);
  const [one, other] = [encrypt("key_live_äöü", place), encrypt("key_live_äöü", place)];
  expect(one).not.toBe(other);
  expect(one).not.toContain("key_live");
  expect([decrypt(one, place), decrypt(other, place)]).toEqual(["key_live_äöü", "key_live_äöü"]);
});

it("reads nothing that was moved to another row or another column", async () => {
  const { encrypt, decrypt } = await startedWith(first);
  const stored = encrypt("secret", place);
  expect(() => decrypt(stored, { ...place, rowId: "019b76da-a800-784c-9cce-9ca84bdd3b83" })).toThrow();
  expect(() => decrypt(stored, { ...place, column: "companies.calcom_api_key_encrypted" })).toThrow();
});

it("reads nothing that was changed anywhere", async () => {
  const { encrypt, decrypt } = await startedWith(first);
  const stored = encrypt("secret", place);
  const [format, keyId, ...sealed] = stored.split(".") as [string, string, string, string];
  for (const [part, text] of sealed.entries())
    for (const at of Buffer.from(text, "base64url").keys()) {
      const bytes = Buffer.from(text, "base64url");
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const changed = sealed.with(part, bytes.toString("base64url"));
      expect(() => decrypt([format, keyId, ...changed].join("."), place), `part ${part}, byte ${at}`).toThrow();
    }
});

it("names its key, reads those of before, and none that was taken away", async () => {
  const before = await startedWith(first);
  const old = before.encrypt("secret", place);
  const after = await startedWith(second, [first]);
  expect(after.decrypt(old, place)).toBe("secret");
  expect([after.isCurrentlyEncrypted(old), after.isCurrentlyEncrypted(after.encrypt("secret", place))]).toEqual([
    false,
    true,
  ]);
  const without = await startedWith(second);
  expect(() => without.decrypt(old, place)).toThrow("unknown encryption key");
});

/** Made with the format of before, under a key of 32 zero bytes. */
it("reads the first format, under whichever key it was", async () => {
  const zero = Buffer.alloc(32).toString("base64");
  const { createCipheriv } = await import("node:crypto");
  const seal = (text: Buffer, key: Buffer) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    const body = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
  };
  const dataKey = randomBytes(32);
  const stored = ["k1", seal(dataKey, Buffer.alloc(32)), seal(Buffer.from("secret"), dataKey)].join(".");
  const { decrypt, isCurrentlyEncrypted } = await startedWith(first, [second, zero]);
  expect(decrypt(stored, place)).toBe("secret");
  expect(isCurrentlyEncrypted(stored)).toBe(false);
});

it("refuses to start with an old key that is none", async () => {
  const { encrypt } = await startedWith(first, ["short"]);
  expect(() => encrypt("secret", place)).toThrow("ENCRYPTION_KEYS_OLD");
});

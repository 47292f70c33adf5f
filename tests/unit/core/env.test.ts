import { afterEach, describe, expect, it, vi } from "vitest";
import { isAllowedAddress } from "@/server/calls/rules/allowed-address";

const NEEDED = {
  APP_DATABASE_URL: "postgresql://app_rw@localhost/askproai_test",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
};

/** The environment as a process reads it that starts with these variables. */
async function readWith(variables: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ DEMO: "", RETELL_ALLOWED_IPS: "", ...NEEDED, ...variables }))
    vi.stubEnv(name, value);
  return (await import("@/server/core/env")).env();
}
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("who may call the telephone's doors", () => {
  it("is Retell alone in production, unless something else is said", async () => {
    const { RETELL_ALLOWED_IPS: list } = await readWith({ NODE_ENV: "production" });
    expect(isAllowedAddress("100.20.5.228", list)).toBe(true);
    expect(isAllowedAddress("8.8.8.8", list)).toBe(false);
    const { RETELL_ALLOWED_IPS: own } = await readWith({ NODE_ENV: "production", RETELL_ALLOWED_IPS: "*" });
    expect(isAllowedAddress("8.8.8.8", own)).toBe(true);
  });

  it("is everybody in the demo and in development", async () => {
    const settings: Record<string, string>[] = [{ NODE_ENV: "production", DEMO: "1" }, { NODE_ENV: "development" }];
    for (const variables of settings) {
      const { RETELL_ALLOWED_IPS } = await readWith(variables);
      expect(isAllowedAddress("8.8.8.8", RETELL_ALLOWED_IPS)).toBe(true);
    }
  });
});

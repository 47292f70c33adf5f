import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function addressBehind(proxies: string | null, header: string): Promise<string | undefined> {
  vi.resetModules();
  if (proxies !== null) vi.stubEnv("TRUSTED_PROXIES", proxies);
  const { visitorOf } = await import("@/server/api/visitor");
  return visitorOf(new Headers({ "x-forwarded-for": header })).ip;
}

const HEADER = "6.6.6.6, 198.51.100.7, ::ffff:192.0.2.7";

it.each([
  ["one proxy, as long as nobody says otherwise", null, "192.0.2.7"],
  ["one proxy", "1", "192.0.2.7"],
  ["two proxies", "2", "198.51.100.7"],
  ["no proxy: whatever it says is a claim", "0", undefined],
])("is whom the outermost of our own saw behind %s", async (_, proxies, expected) => {
  expect(await addressBehind(proxies, HEADER)).toBe(expected);
});

it("is the first one where a proxy was gone round, and none where nothing is told", async () => {
  expect(await addressBehind("2", "192.0.2.7")).toBe("192.0.2.7");
  expect(await addressBehind("1", "")).toBeUndefined();
});

it("takes a number of proxies and nothing else", async () => {
  await expect(addressBehind("all", HEADER)).rejects.toThrow("TRUSTED_PROXIES");
});

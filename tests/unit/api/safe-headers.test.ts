import { NextRequest } from "next/server";
import { afterAll, describe, expect, it, vi } from "vitest";

vi.resetModules();
vi.stubEnv("APP_URL", "https://app.example");
const { answerAt } = await import("@/server/api/door");
const { proxy } = await import("@/proxy");
const { default: nextConfig } = await import("@/next.config");

afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const YEAR = /^max-age=(\d+); includeSubDomains/;

function expectHttpsOnly(headers: Headers) {
  const [, seconds] = YEAR.exec(headers.get("strict-transport-security") ?? "") ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
}

const door = { channel: "api", route: "/api/x" } as const;
const request = new Request("https://app.example/api/x");

/** What the configuration sets for an address, by the patterns that it is written in. */
async function configured(path: string): Promise<Record<string, string>> {
  const rules = (await nextConfig.headers?.()) ?? [];
  const matches = (source: string) => new RegExp(`^${source.replace("/:path*", "(/.*)?")}$`).test(path);
  const found = rules.filter(({ source }) => matches(source)).flatMap(({ headers }) => headers);
  return Object.fromEntries(found.map(({ key, value }) => [key.toLowerCase(), value]));
}

describe("where customers are served by https", () => {
  it("a browser comes by nothing else to a page, before and after signing in", () => {
    expectHttpsOnly(proxy(new NextRequest("https://app.example/login")).headers);
    const headers = { cookie: "portal_session=abc" };
    const page = proxy(new NextRequest("https://app.example/appointments", { headers }));
    expectHttpsOnly(page.headers);
    expect(page.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  it("a door says so with every answer, also when it fails", async () => {
    expectHttpsOnly((await answerAt(door, request, async () => new Response("{}"))).headers);
    const failing = async () => {
      throw new Error("a fault");
    };
    const failed = await answerAt(door, request, failing);
    expect(failed.status).toBe(500);
    expectHttpsOnly(failed.headers);
  });
});

it.each(["/", "/login", "/appointments", "/c/token", "/api/v2/staff", "/webhooks/stripe", "/favicon.ico"])(
  "nobody frames %s or guesses its type",
  async (path) => {
    expect(await configured(path)).toMatchObject({ "x-frame-options": "DENY", "x-content-type-options": "nosniff" });
  },
);

it("what answers programs runs nothing in a browser, and pages keep the policy of their own", async () => {
  for (const path of ["/api/v2/staff", "/api/trpc/x", "/webhooks/stripe"])
    expect((await configured(path))["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(await configured("/appointments")).not.toHaveProperty("content-security-policy");
});

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Doors that count nobody by address, and why. */
const UNCOUNTED: Record<string, string> = {
  "api/health": "asked every few seconds by machines, and answers the same to all",
  ".well-known/security.txt": "a text that never changes",
  "api/csp-report": "counted by itself; no browser reads what it is told",
  "api/auth/[...nextauth]": "counted alike; its library loads within Next only, so the browser tests knock there",
  "api/inngest": "the job runner, by its own signature",
  "api/bench/empty": "shut wherever nothing is measured",
  "api/bench/insert": "shut wherever nothing is measured",
  "api/bench/list": "shut wherever nothing is measured",
  "api/bench/take": "shut wherever nothing is measured",
};
/** A verified provider is counted by company, and told its limit when it is refused. */
const OF_PROVIDERS = /webhook(?!s\/monitor)|^api\/retell\//;

const doors = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts"))
  .map((path) => path.slice(0, -"/route.ts".length).replace(/\([^)]+\)\//g, ""));

type Handler = (request: Request, place: { params: Promise<object> }) => Promise<Response>;
const PARAMETERS = { token: "none", userId: "01a1fc68-5b42-7649-aec6-dc706d167405", function: "none" };
const addressOf = (door: string) =>
  `http://localhost:3000/${door
    .replace("[...path]", "v2/nothing")
    .replace("[...nextauth]", "csrf")
    .replace(/\[\w+\]/g, "none")}`;

let host = 0;
async function knock(door: string): Promise<Response> {
  const module = `@/app/${door}/route`;
  const { GET, POST } = (await import(module)) as { GET?: Handler; POST?: Handler };
  const [method, handler] = GET ? (["GET", GET] as const) : (["POST", POST] as const);
  const own = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
  const headers = { ...own, "x-forwarded-for": `198.51.100.${++host}`, "content-type": "application/json" };
  const request = new Request(addressOf(door), { method, headers, ...(method === "POST" && { body: "{}" }) });
  if (!handler) throw new Error(`${door} has no door`);
  return handler(request, { params: Promise.resolve(PARAMETERS) });
}

describe("every door", () => {
  it("is found", () => {
    expect(doors.length).toBeGreaterThan(25);
    expect(Object.keys(UNCOUNTED).filter((door) => !doors.includes(door))).toEqual([]);
  });

  it.each(doors.filter((door) => !(door in UNCOUNTED) && !OF_PROVIDERS.test(door)))(
    "%s counts whoever knocks, and tells them what is left",
    async (door) => {
      const { status, headers } = await knock(door);
      expect(status).toBeLessThan(500);
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("cache-control")).not.toBeNull();
      expect(Number(headers.get("x-ratelimit-limit"))).toBeGreaterThan(0);
      expect(Number(headers.get("x-ratelimit-remaining"))).toBeLessThan(Number(headers.get("x-ratelimit-limit")));
      expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 - 60);
    },
  );
});

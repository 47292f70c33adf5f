import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { median, percentile, reachesGoal } from "../../bench/figure";
import { compareLoads, type Load, measureLoad } from "../../bench/load";

let inFlight = 0;
let mostInFlight = 0;
const bodies: string[] = [];
const order: string[] = [];

const server = createServer((request, response) => {
  mostInFlight = Math.max(mostInFlight, ++inFlight);
  order.push(request.url ?? "");
  request.on("data", (chunk) => bodies.push(String(chunk)));
  request.on("end", () => {
    inFlight--;
    response.statusCode = request.url === "/broken" ? 500 : 200;
    response.end("{}");
  });
});
let baseUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const load = (path: string, callers = 4): Load => ({
  baseUrl,
  callers,
  request: (n) => ({ path, body: `{"n":${n}}` }),
});

describe("the load driver", () => {
  it("asks as often as told, each time with a request of its own, never with more callers than told", async () => {
    bodies.length = 0;
    mostInFlight = 0;
    const result = await measureLoad(load("/"), { rounds: 5, requestsPerRound: 40, warmUp: 10 });
    expect(bodies).toHaveLength(210);
    expect(new Set(bodies).size).toBe(210);
    expect(mostInFlight).toBeLessThanOrEqual(4);
    expect(result.count).toBe(40);
    expect(result.p95Ms).toBeGreaterThanOrEqual(result.p50Ms);
    expect(result.perSecond).toBeGreaterThan(0);
  });

  it("alternates between the subject and its yardstick", async () => {
    order.length = 0;
    const lanes = { subject: load("/subject", 1), yardstick: load("/yardstick", 1) };
    await compareLoads(lanes, { rounds: 2, requestsPerRound: 3, warmUp: 0 });
    const round = ["/subject", "/subject", "/subject", "/yardstick", "/yardstick", "/yardstick"];
    expect(order).toEqual([...round, ...round]);
  });

  it("does not take an error for a fast answer", async () => {
    await expect(measureLoad(load("/broken"))).rejects.toThrow("POST /broken answered 500");
  });
});

it("takes the middle of the rounds and the nearest rank of the times", () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)).toBe(10);
});

it("judges a figure by its own value and by its ratio", () => {
  const figure = { name: "phone", value: 40, unit: "ms", goal: { atMost: 50, ratioAtMost: 3 } };
  expect(reachesGoal({ ...figure, ratio: 2.9 })).toBe(true);
  expect(reachesGoal({ ...figure, ratio: 3.1 })).toBe(false);
  expect(reachesGoal({ ...figure, value: 51, ratio: 1 })).toBe(false);
});

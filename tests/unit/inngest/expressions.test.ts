import { describe, expect, it } from "vitest";
import { evaluate, evaluateKey, findExpressionFault, holds } from "@/inngest/runner/expressions";

const event = { name: "shop/paid", ts: 5, data: { n: 5, s: "a", list: ["a", "b"] } };
const matches = (expression: string, async?: unknown) => holds(expression, { event, async });

describe("an absent field", () => {
  it("reads as null at the end of a path", () => {
    expect(matches("event.data.missing == null")).toBe(true);
    expect(matches("event.data.missing != 'x'")).toBe(true);
    expect(matches("event.data.missing == 'x'")).toBe(false);
  });

  it("matches nothing in the middle of a path, in a comparison of size or under not", () => {
    expect(matches("event.data.deep.er.x == 1")).toBe(false);
    expect(matches("event.data.deep.er == null")).toBe(false);
    expect(matches("event.data.missing > 3")).toBe(false);
    expect(matches("!event.data.missing")).toBe(false);
  });

  it("is still absent for has()", () => {
    expect(matches("has(event.data.missing)")).toBe(false);
    expect(matches("has(event.data.missing) || event.data.other == null")).toBe(true);
  });

  it("is not invented from the text of a string", () => {
    expect(matches("event.data.s == 'event.data.missing' || event.data.gone == null")).toBe(true);
    expect(event.data).not.toHaveProperty("missing");
  });
});

describe("a match between two events", () => {
  it("compares the run's event with the incoming one", () => {
    expect(matches("event.data.n == async.data.n", { data: { n: 5 } })).toBe(true);
    expect(matches("event.data.n == async.data.n", { data: { n: 6 } })).toBe(false);
  });
});

describe("a key", () => {
  it("is the text of the value, and one for all without an expression", () => {
    expect(evaluateKey("event.data.s", event)).toBe("a");
    expect(evaluateKey(undefined, event)).toBe("");
    expect(evaluateKey("event.data.missing", event)).toBe("");
    expect(evaluateKey("event.data.list", event)).toBe('["a","b"]');
  });
});

describe("registration", () => {
  it("refuses what the Inngest server would refuse", () => {
    expect(findExpressionFault("event.data.s.lowerAscii() == 'a'")).toContain("lowerAscii");
    expect(findExpressionFault("event.data.s ==")).not.toBeNull();
  });

  it("accepts what it knows", () => {
    for (const known of ["event.data.list.exists(x, x == 'b')", "string(event.data.n)", "has(event.data.s)"]) {
      expect(findExpressionFault(known)).toBeNull();
    }
  });
});

it("has no value when the expression fails", () => {
  expect(evaluate("event.data.n + 'x'", { event })).toBeUndefined();
});

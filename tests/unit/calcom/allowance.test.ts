import { describe, expect, it } from "vitest";
import { restAfter, toSuccess } from "@/server/calcom/rules/allowance";

const left = (remaining: number, limit: number | null = 120) => ({ limit, remaining, resetSeconds: 40 });

describe("the allowance", () => {
  it("keeps twenty of the 120 requests of a minute for what people wait for", () => {
    expect(restAfter(left(20))).toBe(0);
    expect(restAfter(left(19))).toBe(40);
    expect(restAfter(left(19, null))).toBe(40);
  });

  it("keeps the same share of a smaller one, and none where nothing is told", () => {
    expect(restAfter(left(2, 12))).toBe(0);
    expect(restAfter(left(1, 12))).toBe(40);
    expect(restAfter(null)).toBe(0);
  });

  it("says with each answer what comes next", () => {
    expect(toSuccess(left(80))).toEqual({ kind: "success" });
    expect(toSuccess(left(5))).toEqual({ kind: "success", restSeconds: 40 });
    expect(toSuccess(left(0))).toEqual({ kind: "success", pauseSeconds: 40, restSeconds: 40 });
  });
});

import { describe, expect, it } from "vitest";
import { allowanceOf, LIMITED, limitName, tenantLimits } from "@/server/core/allowance";

describe("what a tenant may have", () => {
  it("is what its contract names, else the default of its status", () => {
    expect(allowanceOf({ status: "active", limits: { maxUsers: 7 } }, "users")).toBe(7);
    expect(allowanceOf({ status: "active", limits: { maxUsers: null } }, "users")).toBeNull();
    expect(allowanceOf({ status: "trial", limits: {} }, "companies")).toBe(1);
    expect(allowanceOf({ status: "active", limits: {} }, "customers")).toBeNull();
  });

  it("has a name in the contract for each thing", () => {
    expect(LIMITED.map(limitName).sort()).toEqual(Object.keys(tenantLimits.shape).sort());
  });

  it("does not take a column that it can't read for one without limits", () => {
    for (const limits of [{ maxUsers: "7" }, { maxUsers: -1 }, null])
      expect(() => allowanceOf({ status: "active", limits }, "users")).toThrow();
  });
});

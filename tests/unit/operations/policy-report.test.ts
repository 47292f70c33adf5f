import { expect, it } from "vitest";
import { originOf, placeOf } from "@/server/operations/rules/policy-report";

it("keeps nothing of an address that could be a permission", () => {
  expect(placeOf("https://app.example/c/secret-token?x=1")).toBe("/c");
  expect(placeOf("nonsense")).toBe("?");
  expect(originOf("https://cdn.example/a?token=secret")).toBe("https://cdn.example");
  expect(originOf("data:text/html,secret")).toBe("data:");
  expect(originOf("inline")).toBe("inline");
});

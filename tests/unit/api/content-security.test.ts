import { expect, it } from "vitest";
import { contentSecurityPolicy } from "@/server/api/content-security";

const facts = { nonce: "abc", isHttps: true, isDevelopment: false };
const directive = (name: string, policy: string): string =>
  policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";

it("runs no script without the nonce, and evaluates nothing, where customers are served", () => {
  const policy = contentSecurityPolicy(facts);
  expect(directive("script-src", policy)).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directive("script-src-attr", policy)).toBe("script-src-attr 'none'");
  expect(directive("style-src", policy)).toBe("style-src 'self' 'nonce-abc'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("upgrade-insecure-requests");
});

it("leaves plain http alone in a demo", () => {
  expect(contentSecurityPolicy({ ...facts, isHttps: false })).not.toContain("upgrade-insecure-requests");
});

it("lets the development tools in, and nothing inline but styles", () => {
  const policy = contentSecurityPolicy({ ...facts, isDevelopment: true });
  expect(directive("script-src", policy)).toContain("'unsafe-eval'");
  expect(directive("script-src", policy)).not.toContain("unsafe-inline");
});

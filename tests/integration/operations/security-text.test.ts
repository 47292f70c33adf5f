import { expect, it } from "vitest";
import { GET } from "@/app/.well-known/security.txt/route";

it("says whom to tell of a hole, and until when that is true", async () => {
  const response = GET();
  expect(response.headers.get("content-type")).toContain("text/plain");
  const fields = Object.fromEntries(
    (await response.text())
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/)),
  );
  expect(fields.Contact).toMatch(/^(mailto:|https:)/);
  expect(fields.Canonical).toBe("http://localhost:3000/.well-known/security.txt");
  const days = (Date.parse(fields.Expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});

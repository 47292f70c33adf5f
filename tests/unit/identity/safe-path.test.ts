import { expect, it } from "vitest";
import { safePath } from "@/server/identity/rules/safe-path";

it.each([
  ["/calls?status=missed", "/calls?status=missed"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/login", "/"],
  ["", "/"],
  [null, "/"],
])("turns %j into %j", (wanted, path) => {
  expect(safePath(wanted)).toBe(path);
});

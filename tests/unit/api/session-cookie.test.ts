import { afterAll, expect, it, vi } from "vitest";

vi.resetModules();
vi.stubEnv("APP_URL", "https://app.example");
const { sessionCookie, sessionToken } = await import("@/server/api/session-cookie");

afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it("gives a session to the browser and to nobody else", () => {
  const [pair, ...attributes] = sessionCookie("t".repeat(43), new Date(0)).split("; ");
  expect(pair).toBe(`portal_session=${"t".repeat(43)}`);
  expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Secure", "Path=/"]));
  expect(attributes.some((attribute) => /^domain/i.test(attribute))).toBe(false);
});

it.each([
  ["portal_session=abc", "abc"],
  ["a=1; portal_session=abc; b=2", "abc"],
  ["xportal_session=abc", undefined],
  ["portal_session=", undefined],
  ["", undefined],
])("is read back by its own name only (%s)", (cookie, token) => {
  expect(sessionToken(new Headers({ cookie }))).toBe(token);
});

import { expect, it } from "vitest";

process.env.APP_DATABASE_URL ??= "postgresql://nowhere";
process.env.AUTH_SECRET ??= "test-only-secret-test-only-secret-00";
process.env.ENCRYPTION_KEY ??= "dGVzdC1vbmx5LWtleS10ZXN0LW9ubHkta2V5LTAwMDA=";
process.env.APP_URL = "https://app.example";

const { sessionCookie, sessionToken } = await import("@/server/api/session-cookie");

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

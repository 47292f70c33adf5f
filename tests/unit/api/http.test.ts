import { expect, it } from "vitest";
import { z } from "zod";
import { errorResponse, readJson, requestId } from "@/server/api/http";
import { localeOf } from "@/server/api/locale";
import { visitorOf } from "@/server/api/visitor";
import { AppError } from "@/server/core/errors";

const post = (body: string, headers: Record<string, string> = {}) =>
  new Request("http://localhost/x", { method: "POST", body, headers });

it("says no in the shape of every door", async () => {
  const request = post("{}", { "accept-language": "en", "x-request-id": "request-1" });
  const refusal = new AppError({
    code: "ACCOUNT_LOCKED",
    reason: "too_many_attempts",
    details: { retryAfterSeconds: 30 },
  });
  const response = errorResponse(refusal, request);
  expect(response.status).toBe(423);
  expect(response.headers.get("retry-after")).toBe("30");
  expect(await response.json()).toEqual({
    success: false,
    error: {
      code: "ACCOUNT_LOCKED",
      message: "Too many attempts. Please wait a moment before you try again.",
      details: { retryAfterSeconds: 30 },
      request_id: "request-1",
    },
  });
});

it("names the fields of bad input in the caller's language", async () => {
  const { error } = z
    .object({ start: z.object({ at: z.iso.datetime() }), n: z.number() })
    .safeParse({ start: { at: "x" } });
  const answer = await errorResponse(error, post("{}", { "accept-language": "de" })).json();
  expect(answer.error.code).toBe("VALIDATION_ERROR");
  expect(answer.error.errors).toEqual([
    { field: "start.at", message: "Bitte prüfen Sie die Schreibweise." },
    { field: "n", message: "Bitte füllen Sie dieses Feld aus." },
  ]);
});

it("tells nothing of a fault", async () => {
  const response = errorResponse(new Error("password is hunter2"), post("{}"));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("hunter2");
});

it("reads JSON up to the limit and refuses everything else", async () => {
  expect(await readJson(post('{"a":"ü"}'), { maxBytes: 10 })).toEqual({ a: "ü" });
  const tooLarge = { code: "PAYLOAD_TOO_LARGE" };
  await expect(readJson(post('{"a":"üx"}'), { maxBytes: 10 })).rejects.toMatchObject(tooLarge);
  await expect(readJson(post("{}", { "content-length": "99" }), { maxBytes: 10 })).rejects.toMatchObject(tooLarge);
  await expect(readJson(post("{"), { maxBytes: 10 })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
});

it("keeps one id for a request, the caller's own only when it is harmless", () => {
  const request = post("{}", { "x-request-id": "<script>" });
  expect(requestId(request)).toMatch(/^[0-9a-f-]{36}$/);
  expect(requestId(request)).toBe(requestId(request));
});

it("trusts the address that our own proxy saw", () => {
  const headers = new Headers({ "x-forwarded-for": "6.6.6.6, ::ffff:192.0.2.7" });
  expect(visitorOf(headers).ip).toBe("192.0.2.7");
});

it.each([
  [{ cookie: "a=1; locale=en", "accept-language": "de" }, "en"],
  [{ "accept-language": "fr-FR, en-GB;q=0.8" }, "en"],
  [{ cookie: "locale=xx" }, "de"],
  [{}, "de"],
])("speaks the chosen language, else the accepted one, else German (%o)", (headers, locale) => {
  expect(localeOf(new Headers(headers as Record<string, string>))).toBe(locale);
});

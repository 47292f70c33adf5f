import { describe, expect, it } from "vitest";
import { quotaOf, readError } from "@/server/calcom/adapters/calcom-error";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readError({ status, body, headers: new Headers({ "x-request-id": "r-1", ...headers }) });
const framework = (message: string, details: unknown = { message }) => ({
  status: "error",
  timestamp: "2026-12-01T08:00:00Z",
  path: "/v2/bookings",
  error: { code: "BadRequestException", message, details },
});
const bare = (statusCode: number, message: string) => ({ statusCode, message });

describe("an error of Cal.com", () => {
  it.each([
    ["a taken slot", 400, framework("User either already has booking at this time or is not available"), "taken"],
    [
      "a taken team",
      400,
      framework("One of the hosts either already has booking at this time or is not available"),
      "taken",
    ],
    ["a lost race", 409, bare(409, "booking_conflict_error"), "taken"],
    ["a cancelled booking", 400, bare(400, "This booking has already been cancelled."), "already_cancelled"],
    [
      "a booking that was moved",
      400,
      framework(
        "Can't reschedule booking with uid=a because it has been cancelled and rescheduled already to booking with uid=b.",
      ),
      "already_cancelled",
    ],
    ["an unknown booking", 404, framework("Booking with uid=a was not found in the database"), "gone"],
    ["a bad key", 401, framework("Your api key is not valid."), "unauthorised"],
    ["a missing reason", 400, bare(400, "Cancellation reason is required when you are the host"), "refused"],
    ["the past", 400, framework("Attempting to book a meeting in the past."), "refused"],
    ["a fault of theirs", 500, bare(500, "Internal server error"), "fault"],
    ["a proxy's page", 502, null, "fault"],
    ["too much", 429, framework("ThrottlerException: Too Many Requests"), "rate_limited"],
  ])("tells %s", (_, status, body, kind) => {
    expect(answer(status, body)).toMatchObject({ kind, status, requestId: "r-1" });
  });

  it("finds the words in each of the three shapes", () => {
    expect(answer(400, framework("in the envelope")).message).toBe("in the envelope");
    expect(answer(409, { status: "error", error: { code: "CONFLICT", message: "without details" } }).message).toBe(
      "without details",
    );
    expect(answer(400, bare(400, "bare")).message).toBe("bare");
    expect(answer(502, "<html>").message).toBe("HTTP 502");
  });

  it("finds what was wrong behind a validation's empty words", () => {
    const errors = [{ property: "attendee.phoneNumber", constraints: { isPhone: "must be a phone number" } }];
    expect(answer(400, framework("Bad Request Exception", { errors })).message).toBe(
      "attendee.phoneNumber: must be a phone number",
    );
  });

  it("waits as long as the bucket says, a minute if it says nothing", () => {
    const headers = { "x-ratelimit-remaining-default": "0", "x-ratelimit-reset-default": "17" };
    expect(answer(429, framework("slow"), headers).retryAfterSeconds).toBe(17);
    expect(answer(429, framework("slow")).retryAfterSeconds).toBe(60);
  });
});

it("counts the bucket of which least is left", () => {
  const headers = new Headers({
    "x-ratelimit-remaining-default": "80",
    "x-ratelimit-reset-default": "12",
    "x-ratelimit-remaining-burst": "0",
    "x-ratelimit-reset-burst": "3",
  });
  expect(quotaOf(headers)).toEqual({ limit: null, remaining: 0, resetSeconds: 3 });
  expect(quotaOf(new Headers())).toBeNull();
});

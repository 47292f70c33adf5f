import { inspect } from "node:util";
import { NonRetriableError, RetryAfterError, StepError } from "inngest";
import { describe, expect, it } from "vitest";
import { toRetryError, withRetryPolicy } from "@/inngest/retry";
import { AppError } from "@/server/core/errors";
import { Prisma } from "@/server/core/generated/client";

const fault = new Error("connection refused");
const secondsAfter = (attempt: number) => (toRetryError(fault, { attempt }) as RetryAfterError).retryAfter;

describe("a fault", () => {
  it("is tried again after 1, 5 and 15 minutes", () => {
    expect([0, 1, 2].map(secondsAfter)).toEqual(["60", "300", "900"]);
  });

  it("keeps its own error at the last attempt", () => {
    expect(toRetryError(fault, { attempt: 3, maxAttempts: 4 })).toBe(fault);
    expect(toRetryError(fault, { attempt: 2, maxAttempts: 4 })).toBeInstanceOf(RetryAfterError);
  });

  it("of the database tells no values: it is logged and kept", () => {
    const values = { message: "Invalid invocation: { transcript: 'Ich habe Schmerzen' }", clientVersion: "7" };
    const error = new Prisma.PrismaClientValidationError(values.message, values);
    for (const maxAttempts of [1, 4]) {
      const told = toRetryError(error, { attempt: 0, maxAttempts }) as Error;
      expect(told.message).toBe("database error");
      expect(inspect(told)).not.toContain("Schmerzen");
      expect(told.stack).toContain("retry.test.ts");
    }
    const known = new Prisma.PrismaClientKnownRequestError("Key (e164)=(+49)", { code: "P2002", clientVersion: "7" });
    expect(toRetryError(known, { attempt: 0 })).toMatchObject({ message: "database error P2002" });
  });

  it("may be somebody else's trouble or a lost race", () => {
    for (const code of ["INTEGRATION_UNAVAILABLE", "RATE_LIMITED", "VERSION_CONFLICT", "INTERNAL"] as const) {
      const error = new AppError({ code, reason: "later" });
      expect(toRetryError(error, { attempt: 0 })).toBeInstanceOf(RetryAfterError);
    }
  });
});

describe("a refusal", () => {
  it("is final, and says why", () => {
    const refusal = new AppError({ code: "POLICY_BLOCKED", reason: "short_notice" });
    const error = toRetryError(refusal, { attempt: 0 });
    expect(error).toBeInstanceOf(NonRetriableError);
    expect(error).toMatchObject({ message: "POLICY_BLOCKED: short_notice", cause: refusal });
  });
});

it("leaves alone what has been decided already", () => {
  const decided = [new NonRetriableError("no"), new RetryAfterError("later", "2s"), new StepError("step", fault)];
  for (const error of decided) expect(toRetryError(error, { attempt: 0 })).toBe(error);
});

it("hands back what the work returns", async () => {
  expect(await withRetryPolicy({ attempt: 0 }, async () => 42)).toBe(42);
});

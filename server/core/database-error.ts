import pg from "pg";
import { Prisma } from "./generated/client";

/** PostgreSQL's own code (23505, 23P01, 40P01 …) behind a client error. Never log the raw error: its detail carries row values. */
export function postgresCode(error: unknown): string | undefined {
  if (error instanceof pg.DatabaseError) return error.code;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const meta = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } }; code?: string } | undefined;
  return meta?.driverAdapterError?.cause?.originalCode ?? meta?.code;
}

export const isUniqueViolation = (error: unknown): boolean => postgresCode(error) === "23505";

/** Deadlocks and serialisation failures: the transaction did nothing and may run again. */
export function isRetryable(error: unknown): boolean {
  const code = postgresCode(error);
  if (code === "40P01" || code === "40001") return true;
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}

export const isDatabaseError = (error: Error): boolean =>
  postgresCode(error) !== undefined || error.name.startsWith("PrismaClient");

/** For logs and for what jobs keep of a failure: a database error with its codes and its place, without what was written. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error && isDatabaseError(error))) return error;
  const { code } = error as { code?: string };
  const plain = new Error(["database error", code, postgresCode(error)].filter(Boolean).join(" "));
  plain.name = error.name;
  plain.stack = [`${plain.name}: ${plain.message}`, ...framesOf(error)].join("\n");
  return plain;
}

/** Where it was thrown; the first lines of a stack are its message, however many they are. */
export const framesOf = ({ stack = "" }: Error): string[] =>
  stack.split("\n").filter((line) => line.trimStart().startsWith("at "));

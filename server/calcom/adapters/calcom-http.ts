import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import { env } from "@/server/core/env";
import { parseStorable } from "@/server/core/json";
import { CalcomError, quotaOf, readError } from "./calcom-error";

export interface CalcomAccess {
  apiKey: string;
  timeoutMs?: number;
}

export interface CalcomRequest<S extends z.ZodType> {
  path: string;
  /** An absent or unknown version silently means another one, with other shapes. */
  version: string;
  /** Anything but GET is a write. */
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: Record<string, unknown>;
  query?: Record<string, string>;
  answer: S;
}

const TIMEOUT_MS = 8000;
const READ_RETRIES = 2;
/** These never reached the other side. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** One key's way to the API: reads are tried again, writes never, because what was not answered may have happened. */
export function createCalcomHttp({ apiKey, timeoutMs = TIMEOUT_MS }: CalcomAccess) {
  let quota: ReturnType<typeof quotaOf> = null;
  let requests = 0;

  async function send<S extends z.ZodType>(request: CalcomRequest<S>): Promise<z.output<S>> {
    const response = await exchange(request);
    quota = quotaOf(response.headers) ?? quota;
    if (response.status >= 300) throw readError(response);
    const parsed = request.answer.safeParse(response.body);
    if (parsed.success) return parsed.data;
    const kind = isWrite(request) ? "unknown_result" : response.body === null ? "fault" : "unreadable";
    const { status, headers } = response;
    const message = "the answer could not be understood";
    throw new CalcomError({ kind, message, status, requestId: headers.get("x-request-id") }, { cause: parsed.error });
  }

  async function exchange(request: CalcomRequest<z.ZodType>) {
    const { path, version, method = "GET", body, query } = request;
    const url = new URL(`${env().CALCOM_BASE_URL.replace(/\/$/, "")}${path}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    requests += 1;
    try {
      const response = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          "cal-api-version": version,
          accept: "application/json",
          ...(body ? { "content-type": "application/json" } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, headers: response.headers, body: parseStorable(await response.text()) };
    } catch (error) {
      throw unanswered(error, { isWrite: isWrite(request) });
    }
  }

  return {
    /** What the last answer said of the allowance. */
    quota: () => quota,
    /** How often it was asked so far. */
    requests: () => requests,
    write: send,
    async read<S extends z.ZodType>(request: CalcomRequest<S>): Promise<z.output<S>> {
      for (let tries = 0; ; tries++) {
        try {
          return await send(request);
        } catch (error) {
          const mayPass = error instanceof CalcomError && error.kind === "fault";
          if (!mayPass || tries >= READ_RETRIES) throw error;
          await pause(100 * 2 ** tries * (1 + Math.random()));
        }
      }
    },
  };
}

export type CalcomHttp = ReturnType<typeof createCalcomHttp>;

const isWrite = ({ method = "GET" }: { method?: string }): boolean => method !== "GET";

function unanswered(error: unknown, { isWrite }: { isWrite: boolean }): CalcomError {
  const isTimeout = error instanceof Error && error.name === "TimeoutError";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = isTimeout ? "no answer in time" : `no answer${code ? ` (${code})` : ""}`;
  const kind = isWrite && !NOT_SENT.has(code) ? "unknown_result" : "fault";
  return new CalcomError({ kind, message, mayStillRun: isWrite && isTimeout }, { cause: error });
}

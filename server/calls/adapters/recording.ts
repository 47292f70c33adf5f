import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { isRecordingAddress } from "../rules/recording-address";

/** What a browser needs to play it: the part that it asked for, and which part that is. */
export interface Recording {
  /** 200: all of it, 206: the part asked for, 416: there is no such part. */
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | null;
}

/** So long the provider may take to begin. */
const PATIENCE_MS = 10_000;
const GONE = [401, 403, 404, 410];
const PASSED_ON = ["content-length", "content-range", "last-modified"];

/**
 * Asks the provider's storage, which is no part of its API: that a file is gone or slow says nothing of whether calls can be
 * made. Throws NOT_FOUND for what is not kept any more, INTEGRATION_UNAVAILABLE when nobody answers.
 */
export async function fetchRecording(address: string, range: string | null): Promise<Recording> {
  if (!isRecordingAddress(address, env().RETELL_BASE_URL)) throw gone();
  const answer = await ask(address, range);
  const { status } = answer;
  if (status === 200 || status === 206 || status === 416)
    return { status, headers: headersOf(answer, address), body: status === 416 ? null : answer.body };
  void answer.body?.cancel();
  throw GONE.includes(status) ? gone() : unreachable(`answered ${status}`);
}

/** The patience is for the beginning: whoever listens to an hour takes an hour. */
async function ask(address: string, range: string | null): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const headers = { "accept-encoding": "identity", ...(range && { range }) };
  try {
    return await fetch(address, { headers, redirect: "error", signal: patience.signal });
  } catch (error) {
    throw unreachable(error);
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(answer: Response, address: string): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), "content-type": typeOf(answer, address), "accept-ranges": "bytes" };
}

/** Storage often calls a file nothing but bytes, which a browser that must not guess does not play. */
function typeOf(answer: Response, address: string): string {
  const told = answer.headers.get("content-type") ?? "";
  if (/^audio\/[\w.+-]+$/.test(told)) return told;
  return new URL(address).pathname.endsWith(".mp3") ? "audio/mpeg" : "audio/wav";
}

const gone = () => new AppError({ code: "NOT_FOUND", reason: "recording_gone" });
const unreachable = (cause: unknown) =>
  new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "recording_unreachable" }, { cause });

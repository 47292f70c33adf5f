import { vi } from "vitest";

/** The other side tells one booking's times without a zone, or whatever else of it is to make no sense. */
export function muddle(uid: string, odd: Record<string, unknown> = { start: "2026-12-09T10:00:00" }): void {
  const send = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    const response = await send(url, init);
    const body = await response.json();
    for (const one of [body.data].flat()) if (one?.uid === uid) Object.assign(one, odd);
    return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
  });
}

/** Our key is no longer shown one booking by itself; lists tell of it as before. */
export function forbid(...uids: string[]): void {
  const send = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    if (!uids.some((uid) => String(url).endsWith(`/bookings/${uid}`))) return send(url, init);
    const error = { code: "FORBIDDEN", message: "This booking is not yours" };
    return new Response(JSON.stringify({ status: "error", error }), { status: 403 });
  });
}

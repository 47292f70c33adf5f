import { env } from "@/server/core/env";

export const SESSION_COOKIE = "portal_session";

/** The opaque token of the portal's cookie; the value needs no decoding. */
export function sessionToken(headers: Headers): string | undefined {
  return cookieOf(headers, SESSION_COOKIE);
}

export function cookieOf(headers: Headers, wanted: string): string | undefined {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === wanted) return value || undefined;
  }
  return undefined;
}

/** The header that puts a session's new token into its browser, just as signing in does. */
export function sessionCookie(token: string, expiresAt: Date): string {
  const secure = env().APP_URL.startsWith("https:") ? "; Secure" : "";
  return `${SESSION_COOKIE}=${token}; Path=/; Expires=${expiresAt.toUTCString()}; HttpOnly; SameSite=Lax${secure}`;
}

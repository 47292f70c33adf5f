export const SESSION_COOKIE = "portal_session";

/** The opaque token of the portal's cookie; the value needs no decoding. */
export function sessionToken(headers: Headers): string | undefined {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === SESSION_COOKIE) return value || undefined;
  }
  return undefined;
}

const BEARER = /^Bearer +(\S+)$/i;

/** The token that a caller adds to each request, instead of the cookie that a browser adds by itself. */
export function bearerToken(headers: Headers): string | undefined {
  return BEARER.exec(headers.get("authorization") ?? "")?.[1];
}

/** Whether the caller says who they are by other means than a cookie; then the cookie counts for nothing. */
export const hasOwnCredentials = (headers: Headers): boolean =>
  headers.has("authorization") || headers.has("x-api-key");

import { bearerToken } from "./bearer-token";

/** The key that a program sends, as `X-API-Key` or as its bearer token; whether it is one of ours is another question. */
export function apiKeyToken(headers: Headers): string | undefined {
  const bearer = bearerToken(headers);
  return headers.get("x-api-key") ?? (bearer?.startsWith("ask_") ? bearer : undefined);
}

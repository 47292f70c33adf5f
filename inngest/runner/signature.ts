import { createHmac } from "node:crypto";

/**
 * The header by which the SDK knows its executor: HMAC-SHA256 over the canonical body and the time, valid for five
 * minutes (docs/SDK_SPEC.md of the Inngest server, "Request signing").
 */
export function signRequest(body: string, { signingKey, now }: { signingKey: string; now: number }): string {
  const seconds = Math.round(now / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const signature = createHmac("sha256", key).update(body).update(seconds).digest("hex");
  return `t=${seconds}&s=${signature}`;
}

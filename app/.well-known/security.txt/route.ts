import { securityText } from "@/server/operations/queries/security-text";

export const dynamic = "force-dynamic";

/** Where to report a hole (RFC 9116). */
export function GET(): Response {
  return new Response(securityText(new Date()), { headers: { "content-type": "text/plain; charset=utf-8" } });
}

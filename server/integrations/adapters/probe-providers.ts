import { env } from "@/server/core/env";

/** What came of asking a provider who we are. */
export type ProbeResult =
  | { outcome: "works" }
  | { outcome: "key_refused" | "faulty"; status: number }
  | { outcome: "unreachable" };

export interface TwilioAccount {
  sid: string;
  authToken: string;
}

const TIMEOUT_MS = 8000;

/** https://cal.com/docs/api-reference/v2/me */
export const probeCalcom = (apiKey: string): Promise<ProbeResult> =>
  ask(`${base(env().CALCOM_BASE_URL)}/me`, { authorization: `Bearer ${apiKey}` });

/** https://docs.retellai.com/api-references/get-concurrency */
export const probeRetell = (apiKey: string): Promise<ProbeResult> =>
  ask(`${base(env().RETELL_BASE_URL)}/get-concurrency`, { authorization: `Bearer ${apiKey}` });

/** A key that may only send is refused here, by a name of its own: it works. https://resend.com/docs/api-reference/errors */
export const probeResend = (apiKey: string): Promise<ProbeResult> =>
  ask(`${base(env().RESEND_BASE_URL)}/domains`, { authorization: `Bearer ${apiKey}` }, (body) =>
    body.includes('"restricted_api_key"'),
  );

/** https://www.twilio.com/docs/iam/api/account */
export function probeTwilio({ sid, authToken }: TwilioAccount): Promise<ProbeResult> {
  const authorization = `Basic ${Buffer.from(`${sid}:${authToken}`).toString("base64")}`;
  return ask(`${base(env().TWILIO_API_BASE)}/2010-04-01/Accounts/${encodeURIComponent(sid)}.json`, { authorization });
}

async function ask(
  url: string,
  headers: Record<string, string>,
  isFineAnyway: (body: string) => boolean = () => false,
): Promise<ProbeResult> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const accept = { ...headers, accept: "application/json" };
    const response = await fetch(url, { headers: accept, redirect: "error", signal });
    const { status, ok } = response;
    if (ok || isFineAnyway(await response.text())) return { outcome: "works" };
    return { outcome: status === 401 || status === 403 ? "key_refused" : "faulty", status };
  } catch {
    return { outcome: "unreachable" };
  }
}

const base = (url: string): string => url.replace(/\/$/, "");

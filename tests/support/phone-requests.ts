import Retell from "retell-sdk";

/** Who rings whom, in a call of the provider's. */
export interface PhoneCall {
  callId: string;
  from: string;
  to: string;
}

export interface SignedRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A request that the provider has signed. */
export async function signedRequest(apiKey: string, path: string, content: unknown): Promise<SignedRequest> {
  const body = JSON.stringify(content);
  const headers = { "content-type": "application/json", "x-retell-signature": await Retell.sign(body, apiKey) };
  return { path, headers, body };
}

/** What the agent asks during a call, as the provider sends it. */
export async function functionRequest(
  apiKey: string,
  { name, call, args }: { name: string; call: PhoneCall; args: Record<string, unknown> },
): Promise<SignedRequest> {
  const parties = { from_number: call.from, to_number: call.to, direction: "inbound" };
  const whole = { call_id: call.callId, call_type: "phone_call", agent_id: "agent_test", call_status: "ongoing" };
  return signedRequest(apiKey, `/api/retell/${name}`, { name, call: { ...whole, ...parties }, args });
}

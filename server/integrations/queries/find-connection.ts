import type { TransactionContext } from "@/server/core/context";
import { env } from "@/server/core/env";
import { readCredential } from "@/server/tenancy/queries/read-credential";
import { type ProbeResult, probeCalcom, probeResend, probeRetell, probeTwilio } from "../adapters/probe-providers";
import type { ConnectedProvider } from "../schema";

export interface Connection {
  source: "own" | "platform" | "none";
  /** Asks the provider who we are; null when there is nothing to ask with. */
  probe: (() => Promise<ProbeResult>) | null;
}

/** The account that is used at a provider for this company: its own, else the platform's where there is one. */
export async function findConnection(tx: TransactionContext, provider: ConnectedProvider): Promise<Connection> {
  return CONNECTIONS[provider](tx);
}

const NONE: Connection = { source: "none", probe: null };

const CONNECTIONS: Record<ConnectedProvider, (tx: TransactionContext) => Promise<Connection>> = {
  async calcom(tx) {
    const own = await readCredential(tx, "calcom_api_key_encrypted");
    return own ? { source: "own", probe: () => probeCalcom(own) } : NONE;
  },
  async retell(tx) {
    const own = await readCredential(tx, "retell_api_key_encrypted");
    if (own) return { source: "own", probe: () => probeRetell(own) };
    const { RETELL_API_KEY: key } = env();
    return key ? { source: "platform", probe: () => probeRetell(key) } : NONE;
  },
  async resend() {
    const { RESEND_API_KEY: key } = env();
    return key ? { source: "platform", probe: () => probeResend(key) } : NONE;
  },
  async twilio() {
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: authToken } = env();
    return sid && authToken ? { source: "platform", probe: () => probeTwilio({ sid, authToken }) } : NONE;
  },
};

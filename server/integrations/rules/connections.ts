import type { CredentialColumn } from "@/server/tenancy/rules/credential-columns";
import type { ConnectedProvider, CredentialField } from "../schema";

/** The credentials that a company may keep of its own, and the column of its row that holds each. */
export const CREDENTIALS: Record<ConnectedProvider, Partial<Record<CredentialField, CredentialColumn>>> = {
  calcom: { apiKey: "calcom_api_key_encrypted", webhookSecret: "calcom_webhook_secret_encrypted" },
  retell: { apiKey: "retell_api_key_encrypted" },
  resend: {},
  twilio: {},
};

/** A key decides whose account it is and what is mapped in it: Cal.com has a page of its own that asks before it keeps one. */
export const isConnectedElsewhere = (provider: ConnectedProvider, field: CredentialField): boolean =>
  provider === "calcom" && field === "apiKey";

const SHOWN = 4;
/** Of a shorter one the end would tell too much. */
const LONG_ENOUGH = 16;

/** What may be shown of a credential, so that its owner knows which one it is. */
export const hintOf = (secret: string): string => (secret.length < LONG_ENOUGH ? "" : secret.slice(-SHOWN));

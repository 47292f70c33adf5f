/** The company's columns that hold a credential of a provider. */
export const CREDENTIAL_COLUMNS = [
  "calcom_api_key_encrypted",
  "calcom_webhook_secret_encrypted",
  "retell_api_key_encrypted",
] as const;
export type CredentialColumn = (typeof CREDENTIAL_COLUMNS)[number];

// The secrets of one copy, made once and kept in its data folder for its owner only.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const hex = (bytes) => randomBytes(bytes).toString("hex");

/** Keys for the sandbox say "demo" wherever the provider's format lets them, so that nobody takes them for real ones. */
function makeSecrets() {
  return {
    databasePasswords: { superuser: hex(16), owner: hex(16), app: hex(16), platform: hex(16) },
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    RETELL_API_KEY: `demo-retell-${hex(12)}`,
    CALCOM_API_KEY: `demo-calcom-${hex(12)}`,
    CALCOM_WEBHOOK_SECRET: `demo-calcom-webhook-${hex(12)}`,
    RESEND_API_KEY: `demo-resend-${hex(12)}`,
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    TWILIO_ACCOUNT_SID: `AC${hex(16)}`,
    TWILIO_AUTH_TOKEN: `demo-twilio-${hex(12)}`,
  };
}

/** Reads the copy's secrets; what an older file lacks is added. */
export function readSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = { ...makeSecrets(), ...kept };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return secrets;
}

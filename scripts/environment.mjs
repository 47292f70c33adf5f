// The environment that app, runner, sandbox and seed get: everything needed, nothing inherited by accident.

/** What a user's shell may hold for other programs and must not reach ours: real accounts, and a container's name. */
const STRANGERS = ["HOSTNAME", "NODE_ENV", "PORT", "DATA_DIR"];

/**
 * Builds the environment of a copy that talks to its own sandbox. A secret of the user's own (AUTH_SECRET,
 * ENCRYPTION_KEY) is kept: with a database of their own, the data depends on it. Provider keys are always the sandbox's.
 */
export function buildEnvironment(settings, secrets, urls) {
  const inherited = { ...process.env };
  for (const name of STRANGERS) delete inherited[name];
  const sandboxUrl = `http://127.0.0.1:${settings.sandboxPort}`;
  const { databasePasswords, AUTH_SECRET, ENCRYPTION_KEY, ...providerKeys } = secrets;
  return {
    AUTH_SECRET,
    ENCRYPTION_KEY,
    MAIL_FROM: "AskProAI <termine@askproai.example>",
    NEXT_TELEMETRY_DISABLED: "1",
    PWNED_PASSWORDS_URL: "off",
    ...inherited,
    ...providerKeys,
    NODE_ENV: settings.isDev ? "development" : "production",
    DATABASE_URL: urls.owner,
    APP_DATABASE_URL: urls.app,
    PLATFORM_DATABASE_URL: urls.platform,
    APP_URL: `http://localhost:${settings.port}`,
    SANDBOX: "1",
    DEMO: "1",
    SANDBOX_PORT: String(settings.sandboxPort),
    DATA_DIR: settings.dataDir,
    RETELL_BASE_URL: `${sandboxUrl}/retell`,
    CALCOM_BASE_URL: `${sandboxUrl}/calcom/v2`,
    CALCOM_APP_URL: sandboxUrl,
    RESEND_BASE_URL: `${sandboxUrl}/resend`,
    TWILIO_API_BASE: `${sandboxUrl}/twilio`,
    TWILIO_FROM: "+491713920099",
  };
}

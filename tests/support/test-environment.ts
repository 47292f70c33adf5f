import { PROVIDER_KEYS, RESEND_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET } from "./provider-keys";

/** Who tests something else asks as often as they like; the limits' own tests set theirs. */
const OFTEN = ["anonymous", "user", "bookings", "reschedule", "cancel", "availability", "links", "sign_in", "webhooks"];

/** What every test file finds in the environment, besides the database: it is read once for each process. */
export const testEnvironment = (providers: string): Record<string, string> => ({
  AUTH_SECRET: "test-only-secret-test-only-secret-00",
  ENCRYPTION_KEY: "dGVzdC1vbmx5LWtleS10ZXN0LW9ubHkta2V5LTAwMDA=",
  APP_URL: "http://localhost:3000",
  PWNED_PASSWORDS_URL: "off",
  LOG_LEVEL: "silent",
  // Others want the processor too: what is late here is not for that reason wrong.
  PHONE_DEADLINE_MS: "30000",
  LIMITS: JSON.stringify(Object.fromEntries(OFTEN.map((name) => [name, 1_000_000]))),
  RETELL_BASE_URL: `${providers}/retell`,
  RETELL_API_KEY: PROVIDER_KEYS.retellApiKey,
  CALCOM_BASE_URL: `${providers}/calcom/v2`,
  RESEND_BASE_URL: `${providers}/resend`,
  RESEND_API_KEY: PROVIDER_KEYS.resendApiKey,
  RESEND_WEBHOOK_SECRET,
  STRIPE_WEBHOOK_SECRET,
  TWILIO_API_BASE: `${providers}/twilio`,
  TWILIO_ACCOUNT_SID: PROVIDER_KEYS.twilioAccountSid,
  TWILIO_AUTH_TOKEN: PROVIDER_KEYS.twilioAuthToken,
});

/** The platform's accounts with its providers: as the environment names them and the sandbox takes them. */
export const PROVIDER_KEYS = {
  retellApiKey: "key_for_tests_only",
  calcomApiKeys: ["cal_nobody"],
  twilioAccountSid: `AC${"1".repeat(32)}`,
  twilioAuthToken: "twilio-token",
  resendApiKey: "re_test",
};

export const RESEND_WEBHOOK_SECRET = `whsec_${Buffer.from("resend-secret").toString("base64")}`;
export const STRIPE_WEBHOOK_SECRET = "whsec_stripe-secret";

import type { AccountWords } from "../account-letter";

const place = (when: string, device: string, ip: string | null) => [
  { label: "When", value: when },
  { label: "Device", value: device },
  { label: "IP address", value: ip ?? "" },
];
const NOT_YOU =
  'Wasn\'t it you? Set a new password with "Forgot your password?" on the sign-in page: that signs out every device.';
const NOT_ASKED = "Didn't ask for this? Then you can delete this e-mail, nothing changes.";
const ONCE = "It works once. Please don't pass it on.";

const CHANGES = {
  enabled: ["Two-step sign-in is on", "Signing in now takes a code from your app."],
  disabled: ["Two-step sign-in is off", "The password alone is enough to sign in again."],
  recovery_codes: ["New recovery codes", "The codes you had before no longer work."],
  recovery_code_used: ["A recovery code was used", "One of your codes confirmed a sign-in."],
  passkey_added: [
    "Passkey added",
    'The new passkey can now be used to sign in without a password. If it isn\'t yours, remove it at once in the settings, under "My security".',
  ],
  passkey_removed: ["Passkey removed", "Nobody can sign in with the removed passkey any more."],
} as const;

export const english: AccountWords = {
  greeting: (name) => (name ? `Hello ${name},` : "Hello,"),
  footer: "AskProAI · This e-mail is about your account; you can't unsubscribe from it.",
  letters: {
    new_device: ({ at, device, ip }, write) => ({
      subject: "New sign-in to your account",
      heading: "Sign-in from a new device",
      paragraphs: ["Somebody signed in to your account from a device that we hadn't seen before."],
      facts: place(write(at), device, ip),
      button: null,
      closing: ["Was it you? Then all is well.", NOT_YOU],
    }),
    magic_link: ({ expiresAt }, write) => ({
      subject: "Your sign-in link",
      heading: "Sign in without a password",
      paragraphs: [`This link signs you in. ${ONCE}`],
      facts: [{ label: "Valid until", value: write(expiresAt) }],
      button: "Sign in",
      closing: [NOT_ASKED],
    }),
    password_reset: ({ expiresAt }, write) => ({
      subject: "Set a new password",
      heading: "Set a new password",
      paragraphs: [`This link lets you choose a new password. ${ONCE}`],
      facts: [{ label: "Valid until", value: write(expiresAt) }],
      button: "Choose a new password",
      closing: [NOT_ASKED],
    }),
    verify_email: ({ expiresAt }, write) => ({
      subject: "Please confirm your e-mail address",
      heading: "Confirm your e-mail address",
      paragraphs: ["This address was entered for an account. Please confirm that it is yours."],
      facts: [{ label: "Valid until", value: write(expiresAt) }],
      button: "Confirm address",
      closing: [NOT_ASKED],
    }),
    email_change: ({ at, device, ip, newEmail }, write) => ({
      subject: "Your e-mail address is to be changed",
      heading: "Another e-mail address was asked for",
      paragraphs: [
        "Another e-mail address was entered for your account. It takes effect once it is confirmed; until then everything stays as it is.",
      ],
      facts: [{ label: "New address", value: newEmail }, ...place(write(at), device, ip)],
      button: null,
      closing: [NOT_YOU],
    }),
    password_changed: ({ at, device, ip }, write) => ({
      subject: "Your password was changed",
      heading: "Password changed",
      paragraphs: ["Your account has a new password. Every other device has been signed out."],
      facts: place(write(at), device, ip),
      button: null,
      closing: [NOT_YOU],
    }),
    two_factor_changed: ({ at, device, ip, change }, write) => ({
      subject: CHANGES[change][0],
      heading: CHANGES[change][0],
      paragraphs: [`The way to sign in to your account has changed. ${CHANGES[change][1]}`],
      facts: place(write(at), device, ip),
      button: null,
      closing: [NOT_YOU],
    }),
    invitation: ({ companyName, inviterName, expiresAt }, write) => ({
      subject: `Invitation to ${companyName}`,
      heading: `You are invited: ${companyName}`,
      paragraphs: [`${inviterName} has invited you to work with AskProAI at ${companyName}.`],
      facts: [{ label: "Valid until", value: write(expiresAt) }],
      button: "Accept invitation",
      closing: ["Don't know the sender? Then you can delete this e-mail."],
    }),
    api_key_ending: ({ companyName, keyName, prefix, expiresAt }, write) => ({
      subject: `API key “${keyName}” is about to expire`,
      heading: "An API key is about to expire",
      paragraphs: [
        `an API key of ${companyName} will not be valid for much longer. After that the programs that use it are refused. When you rotate it, the old and the new key work side by side for a while.`,
      ],
      facts: [
        { label: "Key", value: `${keyName} (${prefix}…)` },
        { label: "Valid until", value: write(expiresAt) },
      ],
      button: "See API keys",
      closing: ["Is it no longer needed? Then there is nothing to do."],
    }),
    impersonation_notice: ({ companyName, operatorName, reason, at, until }, write) => ({
      subject: `Support is looking into ${companyName}`,
      heading: "Access by support",
      paragraphs: [`${operatorName} of AskProAI is working in ${companyName} for a while. Every change is on record.`],
      facts: [
        { label: "Reason", value: reason },
        { label: "Since", value: write(at) },
        { label: "Until at the latest", value: write(until) },
      ],
      button: null,
      closing: ["Questions? The support of AskProAI is happy to answer them."],
    }),
  },
};

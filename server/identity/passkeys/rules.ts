/** Longer than anybody looks for their telephone; the browser gives up sooner. */
export const CHALLENGE_MINUTES = 5;
export const MOST_PASSKEYS = 20;

export type PasskeyPurpose = "register" | "sign_in" | "reauthenticate";

/** Whose pages a passkey is for: the public address of this installation, and no other. */
export function relyingParty(appUrl: string): { id: string; origin: string } {
  const { hostname, origin } = new URL(appUrl);
  return { id: hostname, origin };
}

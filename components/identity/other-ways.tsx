import { getText } from "../shared/get-text";
import { AuthLink } from "./auth-link";
import { PasskeySignIn, type PasskeySignInProps } from "./passkeys/passkey-sign-in";

/** For whoever has no password at hand. */
export async function OtherWays(passkey: PasskeySignInProps) {
  const text = await getText("links");
  return (
    <div className="-mt-2 flex flex-col gap-4">
      <PasskeySignIn {...passkey} />
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-2">
        <AuthLink href="/forgot-password">{text("otherWays.forgot")}</AuthLink>
        <AuthLink href="/magic-link">{text("otherWays.magic")}</AuthLink>
      </div>
    </div>
  );
}

import type { Metadata } from "next";
import { OtherWays } from "@/components/identity/other-ways";
import { SignInForm } from "@/components/identity/sign-in-form";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { Note } from "@/components/shared/note";
import { getSignInHints } from "@/server/api/rsc";
import { signInAction } from "./actions";
import { beginPasskeyAction, signInByPasskeyAction } from "./passkey-actions";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getText("identity");
  return { title: text("signIn.title") };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ reason?: string }> }) {
  const [text, hints, { reason }] = await Promise.all([getText("identity"), getSignInHints(), searchParams]);
  const [steps, links] = await Promise.all([getText("sign-in"), getText("links")]);
  return (
    <>
      <div className="flex flex-col gap-1 pb-6">
        <h1 className="font-semibold text-2xl tracking-tight">{text("signIn.welcome")}</h1>
        <p className="text-muted-foreground">{text("signIn.lead")}</p>
      </div>
      {reason === "expired" && (
        <Note tone="warning" className="mb-4">
          {steps("expired")}
        </Note>
      )}
      {reason === "password_reset" && (
        <Note tone="success" className="mb-4">
          {links("reset.done")}
        </Note>
      )}
      <SignInForm action={signInAction} hints={hints}>
        <Messages names={["passkeys"]}>
          <OtherWays begin={beginPasskeyAction} finish={signInByPasskeyAction} />
        </Messages>
      </SignInForm>
    </>
  );
}

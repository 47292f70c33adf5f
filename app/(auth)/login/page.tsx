import type { Metadata } from "next";
import { SignInForm } from "@/components/identity/sign-in-form";
import { getText } from "@/components/shared/get-text";
import { getSignInHints } from "@/server/api/rsc";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getText("identity");
  return { title: text("signIn.title") };
}

export default async function LoginPage() {
  const [text, hints] = await Promise.all([getText("identity"), getSignInHints()]);
  return (
    <>
      <div className="flex flex-col gap-1 pb-6">
        <h1 className="font-semibold text-2xl tracking-tight">{text("signIn.welcome")}</h1>
        <p className="text-muted-foreground">{text("signIn.lead")}</p>
      </div>
      <SignInForm action={signInAction} hints={hints} />
    </>
  );
}

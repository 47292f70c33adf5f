import type { Metadata } from "next";
import { SignInForm } from "@/components/identity/sign-in-form";
import { getText } from "@/components/shared/get-text";
import { Note } from "@/components/shared/note";
import { getSignInHints } from "@/server/api/rsc";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getText("identity");
  return { title: text("signIn.title") };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ reason?: string }> }) {
  const [text, hints, { reason }] = await Promise.all([getText("identity"), getSignInHints(), searchParams]);
  const steps = await getText("sign-in");
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
      <SignInForm action={signInAction} hints={hints} />
    </>
  );
}

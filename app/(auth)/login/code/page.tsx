import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/identity/code-form";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { hasChallenge } from "@/server/api/rsc-sign-in";
import { signInWithCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("sign-in"))("code.title") };
}

/** The second step of signing in; whoever has not done the first begins there. */
export default async function CodePage() {
  const [text, isAwaited] = await Promise.all([getText("sign-in"), hasChallenge()]);
  if (!isAwaited) redirect("/login");
  return (
    <Messages names={["sign-in"]}>
      <div className="flex flex-col gap-1 pb-6">
        <h1 className="font-semibold text-2xl tracking-tight">{text("code.title")}</h1>
        <p className="text-muted-foreground">{text("code.lead")}</p>
      </div>
      <CodeForm action={signInWithCodeAction} />
      <Link href="/login" className="mt-6 w-fit text-primary-text underline-offset-4 hover:underline">
        {text("code.back")}
      </Link>
    </Messages>
  );
}

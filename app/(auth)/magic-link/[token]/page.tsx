import type { Metadata } from "next";
import { AuthHeading } from "@/components/identity/auth-heading";
import { ConfirmForm } from "@/components/identity/confirm-form";
import { EndedLink } from "@/components/identity/ended-link";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { Checkbox } from "@/components/ui/checkbox";
import { lookAtLink } from "@/server/api/rsc-links";
import { signInByLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("links"))("magic.title"), referrer: "same-origin" };
}

export default async function MagicLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const [text, { token }] = await Promise.all([getText("links"), params]);
  const owner = await lookAtLink("magic_link", token);
  if (!owner)
    return (
      <EndedLink title={text("magic.title")} message={text("ended")} href="/magic-link" label={text("magic.again")} />
    );
  return (
    <Messages names={["links"]}>
      <AuthHeading
        title={text("magic.welcome", { name: owner.name })}
        lead={text("magic.as", { email: owner.email })}
      />
      <ConfirmForm action={signInByLinkAction.bind(null, token)} submitLabel={text("magic.submit")}>
        <label htmlFor="remember" className="flex min-h-6 items-center gap-2">
          <Checkbox id="remember" name="remember" />
          {text("magic.remember")}
        </label>
      </ConfirmForm>
    </Messages>
  );
}

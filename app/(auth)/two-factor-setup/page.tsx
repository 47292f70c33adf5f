import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RequiredSetup } from "@/components/identity/two-factor/required-setup";
import { Messages } from "@/components/providers/messages";
import { TrpcProvider } from "@/components/providers/trpc-provider";
import { getText } from "@/components/shared/get-text";
import { requireAccount } from "@/server/api/rsc";
import { WayOut } from "../way-out";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("sign-in"))("setup.title") };
}

/** For people who need a second factor and have none: nothing else is open to them until it is on. */
export default async function TwoFactorSetupPage() {
  const [text, { user, company, others }] = await Promise.all([getText("sign-in"), requireAccount()]);
  if (user.hasTwoFactor) redirect("/");
  return (
    <Messages names={["sign-in", "security"]}>
      <TrpcProvider owner={`${user.id} setup`}>
        <h1 className="pb-2 font-semibold text-2xl tracking-tight">{text("setup.title")}</h1>
        <p className="pb-6 text-muted-foreground">
          {company && !user.isPlatformAdmin
            ? text("setup.lead", { company: company.companyName })
            : text("setup.platform")}
        </p>
        <RequiredSetup>
          <WayOut others={others} isWaiting />
        </RequiredSetup>
      </TrpcProvider>
    </Messages>
  );
}

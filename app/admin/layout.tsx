import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ImpersonationSlot } from "@/components/identity/impersonation/impersonation-slot";
import { ProofAsker } from "@/components/identity/proof-asker";
import { UserMenu } from "@/components/identity/user-menu";
import { CompanyProvider } from "@/components/providers/company-provider";
import { Messages } from "@/components/providers/messages";
import { TrpcProvider } from "@/components/providers/trpc-provider";
import { getText } from "@/components/shared/get-text";
import { AdminShell } from "@/components/shared/shell/admin-shell";
import { LanguageToggle } from "@/components/shared/shell/language-toggle";
import { ThemeToggle } from "@/components/shared/shell/theme-toggle";
import { requireOperator } from "@/server/api/rsc-operator";
import { chooseLocaleAction, signOutAction } from "../(portal)/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: { default: "AskProAI", template: `%s · ${(await getText("admin"))("title")}` } };
}

/** The platform's own pages belong to no company: times are those of where it is run from. */
const NOWHERE = { companyId: "", timezone: "Europe/Berlin", currency: "EUR", branches: [], isEverywhere: true };

/** Everything that operators of the platform see; for anybody else it is not there. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [operator, jar, text] = await Promise.all([requireOperator(), cookies(), getText("admin")]);
  const { user, permissions, impersonation, company } = operator;
  return (
    <Messages names={["navigation", "identity", "admin", "usage", ...(impersonation ? ["impersonation"] : [])]}>
      <TrpcProvider owner={`${user.id} platform`}>
        <CompanyProvider scope={{ ...NOWHERE, permissions }}>
          <ProofAsker />
          <AdminShell
            permissions={permissions}
            features={[]}
            banner={impersonation && <ImpersonationSlot companyName={company?.companyName ?? ""} {...impersonation} />}
            isCollapsedAtFirst={jar.get("sidebar")?.value === "collapsed"}
            scope={<p className="truncate px-2 font-semibold">{text("title")}</p>}
            tools={
              <>
                <LanguageToggle className="max-md:hidden" onChoose={chooseLocaleAction} />
                <ThemeToggle className="max-md:hidden" />
                <UserMenu
                  user={{ name: user.name, email: user.email }}
                  roleName={text("operator")}
                  onSignOut={signOutAction}
                  onChooseLocale={chooseLocaleAction}
                />
              </>
            }
          >
            {children}
          </AdminShell>
        </CompanyProvider>
      </TrpcProvider>
    </Messages>
  );
}

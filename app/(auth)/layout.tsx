import type { ReactNode } from "react";
import { SignInPitch } from "@/components/identity/sign-in-pitch";
import { Messages } from "@/components/providers/messages";
import { LanguageToggle } from "@/components/shared/shell/language-toggle";
import { Logo } from "@/components/shared/shell/logo";
import { ThemeToggle } from "@/components/shared/shell/theme-toggle";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <Messages names={["identity"]}>
      <div className="grid min-h-dvh lg:grid-cols-2">
        <div className="flex flex-col px-5 sm:px-10">
          <header className="flex h-16 items-center justify-between">
            <Logo name="AskProAI" />
            <div className="flex items-center gap-1">
              <LanguageToggle />
              <ThemeToggle />
            </div>
          </header>
          <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-8 pb-16">{children}</main>
        </div>
        <div className="max-lg:hidden">
          <SignInPitch />
        </div>
      </div>
    </Messages>
  );
}

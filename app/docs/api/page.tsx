import type { Metadata } from "next";
import { Messages } from "@/components/providers/messages";
import { ApiReference } from "@/components/shared/api-reference/api-reference";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { LanguageToggle } from "@/components/shared/shell/language-toggle";
import { Logo } from "@/components/shared/shell/logo";
import { ThemeToggle } from "@/components/shared/shell/theme-toggle";
import { Button } from "@/components/ui/button";

const DOCUMENT = "/api/v2/openapi.json";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getText("api-docs");
  return { title: text("title") };
}

/** The reference of the API, for anybody who is to build on it. */
export default async function ApiDocsPage() {
  const text = await getText("api-docs");
  return (
    <Messages names={["api-docs"]}>
      <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
        <header className="flex h-16 items-center justify-between gap-2">
          <a href="/" className="min-w-0">
            <Logo name="AskProAI" />
          </a>
          <div className="flex items-center gap-1">
            <LanguageToggle />
            <ThemeToggle />
          </div>
        </header>
        <main className="flex flex-1 flex-col gap-6 py-6">
          <PageHeader
            title={text("title")}
            description={text("lead")}
            actions={
              <Button asChild>
                <a href={DOCUMENT}>{text("document")}</a>
              </Button>
            }
          />
          <ApiReference url={DOCUMENT} />
        </main>
      </div>
    </Messages>
  );
}

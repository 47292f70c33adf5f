import { Compass } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getText } from "@/components/shared/get-text";
import { StateMessage } from "@/components/shared/state-message";
import { Button } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getText("shared");
  return { title: text("notFound.title") };
}

export default async function NotFound() {
  const text = await getText("shared");
  return (
    <main className="flex min-h-[70dvh] items-center justify-center">
      <StateMessage
        icon={Compass}
        title={text("notFound.title")}
        action={
          <Button asChild>
            <Link href="/">{text("error.home")}</Link>
          </Button>
        }
      >
        {text("notFound.hint")}
      </StateMessage>
    </main>
  );
}

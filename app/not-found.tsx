import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { NotFoundMessage } from "@/components/shared/not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getText("shared");
  return { title: text("notFound.title") };
}

export default function NotFound() {
  return (
    <main className="flex min-h-[70dvh] items-center justify-center">
      <NotFoundMessage />
    </main>
  );
}

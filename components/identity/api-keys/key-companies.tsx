"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Skeleton } from "../../ui/skeleton";

/** The businesses that a key for the group works in, with what a program sends to mean one of them. */
export function KeyCompanies({ apiKeyId }: { apiKeyId: string }) {
  const text = useText("api-keys");
  const { data: companies, isPending } = useQuery(useTRPC().apiKeys.listCompanies.queryOptions({ apiKeyId }));
  return (
    <section aria-labelledby="companies-title" className="flex flex-col gap-2">
      <h3 id="companies-title" className="font-semibold">
        {text("companies.title")}
      </h3>
      <p className="text-muted-foreground text-sm">{text("companies.lead")}</p>
      {isPending && <Skeleton className="h-12" />}
      <ul className="divide-y">
        {companies?.map(({ id, name }) => (
          <li key={id} className="flex flex-col gap-0.5 py-1.5">
            <span>{name}</span>
            <code className="select-all break-all font-mono text-muted-foreground text-sm">{id}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

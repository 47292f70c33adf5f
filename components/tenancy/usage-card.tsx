"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { ErrorState } from "../shared/error-state";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";
import { WidgetRowsSkeleton } from "../shared/widget";
import { Card, CardContent } from "../ui/card";
import { UsageList } from "./usage-list";

/** For the owner: what the contract covers, and how much of it is used. */
export function UsageCard() {
  const text = useText("usage");
  const usage = useQuery(useTRPC().tenancy.getUsage.queryOptions());
  if (usage.error)
    return (
      <Card>
        <ErrorState error={usage.error} onRetry={() => void usage.refetch()} />
      </Card>
    );
  return (
    <Card>
      <CardContent className="flex flex-col gap-5">
        {usage.data ? <UsageList usage={usage.data} /> : <WidgetRowsSkeleton rows={9} rowClass="h-10" />}
        <Note>{text("note")}</Note>
      </CardContent>
    </Card>
  );
}

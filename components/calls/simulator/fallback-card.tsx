"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import type { Fallback } from "@/server/calls/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";

const FallbackDialog = lazy(() => import("./fallback-dialog").then((file) => ({ default: file.FallbackDialog })));

/** Where callers are put through to when the telephone agent fails them. */
export function FallbackCard() {
  const text = useText("simulator");
  const fallbacks = useQuery(useTRPC().calls.listFallbacks.queryOptions());
  const [open, setOpen] = useState<Fallback | null>(null);
  return (
    <Card aria-labelledby="fallbacks">
      <CardHeader>
        <CardTitle id="fallbacks">{text("fallback.title")}</CardTitle>
      </CardHeader>
      <p className="px-4 pt-3 text-muted-foreground text-sm">{text("fallback.lead")}</p>
      {fallbacks.error && <ErrorState error={fallbacks.error} onRetry={() => void fallbacks.refetch()} />}
      {fallbacks.isPending && <Skeleton className="m-4 h-16" />}
      <ul className="divide-y">
        {fallbacks.data?.map((fallback) => (
          <FallbackLine key={fallback.branchId} fallback={fallback} onOpen={() => setOpen(fallback)} />
        ))}
      </ul>
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && <FallbackDialog fallback={open} />}
      </DialogSlot>
    </Card>
  );
}

function FallbackLine({ fallback: { name, numberText }, onOpen }: { fallback: Fallback; onOpen: () => void }) {
  const text = useText("simulator");
  const mayEdit = useCan("edit_branches");
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-muted-foreground text-sm tabular-nums">{numberText ?? text("fallback.none")}</p>
      </div>
      {mayEdit && (
        <Button size="sm" aria-label={text("fallback.changeOf", { name })} onClick={onOpen}>
          {text("fallback.change")}
        </Button>
      )}
    </li>
  );
}

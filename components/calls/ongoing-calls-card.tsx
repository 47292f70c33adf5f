"use client";

import { useQuery } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import type { CallView } from "@/server/calls/schema";
import { useTRPC } from "../providers/trpc-provider";
import { LiveDot } from "../shared/live-dot";
import { PageLink } from "../shared/page-link";
import { useText } from "../shared/use-text";
import { Widget } from "../shared/widget";
import { useBranch } from "../tenancy/use-branch";
import { Skeleton } from "../ui/skeleton";
import { CallerName } from "./caller-name";
import { ongoingCallsInput } from "./inputs";
import { RunningTime } from "./running-time";

/** Who is on the line right now. */
export function OngoingCallsCard({ className }: { className?: string }) {
  const text = useText("calls");
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const calls = useQuery(trpc.calls.list.queryOptions(ongoingCallsInput(branchId)));
  const count = calls.data?.items.length ?? 0;
  return (
    <Widget
      title={text("live.title")}
      query={calls}
      className={className}
      skeleton={<QuietLine isLoading />}
      action={count > 0 && <LiveDot isPulsing />}
    >
      {({ items }) => (items.length === 0 ? <QuietLine /> : <Lines calls={items} />)}
    </Widget>
  );
}

function Lines({ calls }: { calls: CallView[] }) {
  return (
    <ul aria-live="polite" className="divide-y">
      {calls.map((call) => (
        <li
          key={call.id}
          data-tone="green"
          className="relative flex min-h-15 items-center gap-3 bg-tone-subtle px-4 py-2 last:rounded-b-lg"
        >
          <PhoneCall aria-hidden="true" className="size-4 shrink-0 text-tone-text" />
          <div className="min-w-0 flex-1">
            <PageLink href={`/calls/${call.id}`} className="block truncate font-medium after:absolute after:inset-0">
              <CallerName call={call} />
            </PageLink>
            <p className="truncate text-muted-foreground text-sm">
              {[call.customer && call.callerPhone, call.branch.name].filter(Boolean).join(" · ")}
            </p>
          </div>
          <RunningTime since={call.startedAt} className="font-semibold text-lg text-tone-text tabular-nums" />
        </li>
      ))}
    </ul>
  );
}

function QuietLine({ isLoading }: { isLoading?: boolean }) {
  const text = useText("calls");
  return (
    <div className="flex min-h-15 items-center gap-3 px-4 py-2">
      <LiveDot tone="grey" />
      {isLoading ? <Skeleton className="h-4 w-40" /> : <p className="text-muted-foreground">{text("live.none")}</p>}
    </div>
  );
}

"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { PlatformFlagView } from "@/server/tenancy/platform/schema/feature-flags";
import { useTRPC } from "../../providers/trpc-provider";
import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { ErrorState } from "../../shared/error-state";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { FlagChoice } from "./flag-choice";
import { FlagLine, useFlagText } from "./flag-line";

/** What is switched on for all tenants that have no decision of their own. */
export function FlagList() {
  const flags = useQuery(useTRPC().platform.featureFlags.list.queryOptions());
  if (flags.isError) return <ErrorState error={flags.error} onRetry={() => void flags.refetch()} />;
  if (!flags.data) return <DataTableSkeleton rows={10} />;
  return (
    <ul className="divide-y">
      {flags.data.map((flag) => (
        <PlatformFlag key={flag.flag} flag={flag} />
      ))}
    </ul>
  );
}

function PlatformFlag({
  flag: { flag, isOn, isOnByDefault, tenantsOn, tenantsOff, lastChange },
}: {
  flag: PlatformFlagView;
}) {
  const text = useText("admin");
  const set = useMutation(useTRPC().platform.featureFlags.set.mutationOptions());
  const { name } = useFlagText(flag);
  const counts = [
    tenantsOn > 0 && text("flags.tenantsOn", { count: tenantsOn }),
    tenantsOff > 0 && text("flags.tenantsOff", { count: tenantsOff }),
  ].filter(Boolean);
  return (
    <FlagLine flag={flag} lastChange={lastChange} note={counts.join(" · ") || undefined}>
      <FlagChoice
        label={name}
        isOn={isOn}
        isOnOtherwise={isOnByDefault}
        isBusy={set.isPending}
        onChoose={(next) => set.mutate({ flag, isOn: next })}
      />
      {set.error && <RefusalNote error={set.error} />}
    </FlagLine>
  );
}

"use client";

import { useMutation } from "@tanstack/react-query";
import type { TenantFlagView } from "@/server/tenancy/platform/schema/feature-flags";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { FlagChoice } from "./flag-choice";
import { FlagLine, useFlagText } from "./flag-line";

/** What is switched on or off for this tenant alone. */
export function TenantFlags({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("flags.title")}</CardTitle>
      </CardHeader>
      <ul className="divide-y">
        {tenant.flags.map((flag) => (
          <TenantFlag key={flag.flag} tenantId={tenant.id} flag={flag} />
        ))}
      </ul>
    </Card>
  );
}

function TenantFlag({
  tenantId,
  flag: { flag, isOn, isOnForAll, lastChange },
}: {
  tenantId: string;
  flag: TenantFlagView;
}) {
  const set = useMutation(useTRPC().platform.tenants.setFeature.mutationOptions());
  const { name } = useFlagText(flag);
  return (
    <FlagLine flag={flag} lastChange={lastChange}>
      <FlagChoice
        label={name}
        isOn={isOn}
        isOnOtherwise={isOnForAll}
        isBusy={set.isPending}
        onChoose={(next) => set.mutate({ tenantId, flag, isOn: next })}
      />
      {set.error && <RefusalNote error={set.error} />}
    </FlagLine>
  );
}

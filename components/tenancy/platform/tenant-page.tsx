"use client";

import { useQuery } from "@tanstack/react-query";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { BackLink } from "../../shared/back-link";
import { ErrorState } from "../../shared/error-state";
import { Note } from "../../shared/note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { Card } from "../../ui/card";

import { StandingBadge } from "./standing-badge";
import { TenantActions } from "./tenant-actions";
import { TenantCompanies } from "./tenant-companies";
import { TenantFlags } from "./tenant-flags";
import { TenantUsage } from "./tenant-usage";

/** A tenant: how it stands, what it uses, its companies and what is switched on for it. */
export function TenantPage({ tenantId }: { tenantId: string }) {
  const text = useText("admin");
  const tenant = useQuery(useTRPC().platform.tenants.get.queryOptions({ tenantId }));
  return (
    <>
      <BackLink href="/admin/tenants">{text("tenants.title")}</BackLink>
      {tenant.data ? (
        <Details tenant={tenant.data} />
      ) : tenant.error ? (
        <Card>
          <ErrorState error={tenant.error} onRetry={() => void tenant.refetch()} />
        </Card>
      ) : (
        <WidgetRowsSkeleton rows={8} rowClass="h-12" />
      )}
    </>
  );
}

function Details({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const format = useFormatters();
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-xl tracking-tight">
            {tenant.name} <StandingBadge status={tenant.status} />
          </h1>
          <p className="text-muted-foreground">
            {tenant.slug} · {text("tenants.since", { date: format.date(tenant.createdAt) })}
            {tenant.trialEndsAt && <> · {text("tenants.trialUntil", { date: format.date(tenant.trialEndsAt) })}</>}
          </p>
        </div>
        <TenantActions tenant={tenant} />
      </header>
      {tenant.suspendedAt && (
        <Note tone="danger" className="mb-4">
          {text("tenants.suspendedSince", { date: format.dateTime(tenant.suspendedAt) })}{" "}
          {text("tenants.suspendedFor", { reason: tenant.suspensionReason ?? "" })}
        </Note>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <TenantCompanies tenant={tenant} />
          <TenantFlags tenant={tenant} />
        </div>
        <TenantUsage tenant={tenant} />
      </div>
    </>
  );
}

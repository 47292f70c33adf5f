"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { PhoneNumbersCard } from "../../calls/platform/phone-numbers-card";
import { useTRPC } from "../../providers/trpc-provider";
import { BackLink } from "../../shared/back-link";
import { DetailList } from "../../shared/detail-list";
import { ErrorState } from "../../shared/error-state";
import { StatCard, StatRow } from "../../shared/stat-card";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { CompanyActions } from "./company-actions";
import { CompanyMembers } from "./company-members";
import { StandingBadge } from "./standing-badge";

/** A business as its operator sees it: figures and people, but nothing of its customers. */
export function CompanyPage({ companyId }: { companyId: string }) {
  const text = useText("admin");
  const company = useQuery(useTRPC().platform.companies.get.queryOptions({ companyId }));
  return (
    <>
      <BackLink href="/admin/companies">{text("companies.title")}</BackLink>
      {company.data ? (
        <Details company={company.data} />
      ) : company.error ? (
        <Card>
          <ErrorState error={company.error} onRetry={() => void company.refetch()} />
        </Card>
      ) : (
        <WidgetRowsSkeleton rows={8} rowClass="h-12" />
      )}
    </>
  );
}

function Details({ company }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-xl tracking-tight">
            {company.name} <StandingBadge status={company.status} />
          </h1>
          <p className="text-muted-foreground">
            {company.slug} ·{" "}
            <Link
              href={`/admin/tenants/${company.tenant.id}`}
              prefetch={false}
              className="text-primary-text underline-offset-4 hover:underline"
            >
              {company.tenant.name}
            </Link>
          </p>
        </div>
        <CompanyActions company={company} />
      </header>
      <Figures company={company} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <PhoneNumbersCard company={company} />
          <CompanyMembers company={company} />
        </div>
        <Facts company={company} />
      </div>
      <p className="pt-4 text-muted-foreground text-sm">{text("companies.audited")}</p>
    </>
  );
}

function Figures({ company: { figures } }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  const format = useFormatters();
  const shown = ["appointmentsThisMonth", "callsThisMonth", "customers", "staff"] as const;
  return (
    <StatRow>
      {shown.map((figure) => (
        <StatCard key={figure} label={text(`companies.figures.${figure}`)} value={format.number(figures[figure])} />
      ))}
    </StatRow>
  );
}

function Facts({ company }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  const format = useFormatters();
  const { industry, figures, country } = company;
  const items = [
    [
      text("companies.industry"),
      text.has(`companies.industries.${industry}`) ? text(`companies.industries.${industry}`) : industry,
    ],
    [
      text("companies.country"),
      text.has(`companies.countries.${country}`) ? text(`companies.countries.${country}`) : country,
    ],
    [text("companies.city"), company.city],
    [text("companies.branches"), format.number(figures.branches)],
    [text("companies.email"), company.email],
    [text("companies.phone"), company.phone],
    [text("companies.timezone"), company.timezone],
    [text("columns.since"), format.date(company.createdAt)],
    [text("companies.lastCall"), figures.lastCallAt ? format.dateTime(figures.lastCallAt) : text("companies.noCall")],
  ] as const;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("companies.facts")}</CardTitle>
      </CardHeader>
      <CardContent>
        <DetailList items={items} />
      </CardContent>
    </Card>
  );
}

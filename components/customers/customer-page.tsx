"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Phone } from "lucide-react";
import type { CustomerDetails } from "@/server/customers/schema";
import { NewAppointmentButton } from "../appointments/new-appointment-button";
import { useTRPC } from "../providers/trpc-provider";
import { ErrorState } from "../shared/error-state";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { CustomerSkeleton } from "./customer-skeleton";
import { CustomerTabs } from "./customer-tabs";
import { StageBadge } from "./stage-badge";

/** A customer on a page of their own. */
export function CustomerPage({ customerId, loadedAt }: { customerId: string; loadedAt: number }) {
  const text = useText("customers");
  const customer = useQuery(useTRPC().customers.get.queryOptions({ customerId }));
  return (
    <>
      <Button variant="link" size="inline" className="mb-3" asChild>
        <PageLink href="/customers">
          <ArrowLeft />
          {text("panel.back")}
        </PageLink>
      </Button>
      {customer.data ? (
        <>
          <Head customer={customer.data} />
          <CustomerTabs customer={customer.data} loadedAt={loadedAt} />
        </>
      ) : customer.error ? (
        <Card>
          <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />
        </Card>
      ) : (
        <CustomerSkeleton />
      )}
    </>
  );
}

function Head({ customer }: { customer: CustomerDetails }) {
  const text = useText("customers");
  const format = useFormatters();
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-3 pb-4">
      <Avatar name={customer.name} size="lg" />
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-xl tracking-tight">
          {customer.name} <StageBadge stage={customer.stage} />
        </h1>
        <p className="text-muted-foreground">{text("details.since", { date: format.date(customer.createdAt) })}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto" data-print="hide">
        {customer.phone && (
          <Button asChild>
            <a href={`tel:${customer.phone}`}>
              <Phone />
              {text("panel.call")}
            </a>
          </Button>
        )}
        <NewAppointmentButton customer={customer} />
      </div>
    </header>
  );
}

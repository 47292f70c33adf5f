"use client";

import { useQuery } from "@tanstack/react-query";
import { Maximize2, Phone } from "lucide-react";
import { useState } from "react";
import type { CustomerDetails } from "@/server/customers/schema";
import { NewAppointmentButton } from "../appointments/new-appointment-button";
import { useTRPC } from "../providers/trpc-provider";
import { useCloseDialog } from "../shared/dialog-slot";
import { ErrorState } from "../shared/error-state";
import { PageLink } from "../shared/page-link";
import { SidePanel } from "../shared/side-panel";
import { useText } from "../shared/use-text";
import { WidgetRowsSkeleton } from "../shared/widget";
import { Button } from "../ui/button";
import { CustomerContact } from "./customer-contact";
import { CustomerNumbers } from "./customer-numbers";
import { CustomerTimeline } from "./customer-timeline";
import { StageBadge } from "./stage-badge";

const LATEST = 5;

/** A customer beside the list: numbers, contact, what was last. */
export function CustomerPanel({ customerId }: { customerId: string }) {
  const text = useText("customers");
  const close = useCloseDialog();
  const [loadedAt] = useState(() => Date.now());
  const customer = useQuery(useTRPC().customers.get.queryOptions({ customerId }));
  const { data } = customer;
  return (
    <SidePanel
      title={data?.name ?? text("title")}
      description={data && <StageBadge stage={data.stage} />}
      onClose={close}
      actions={data && <PanelActions customer={data} />}
    >
      {data ? (
        <div className="flex flex-col gap-6">
          <CustomerNumbers customer={data} isNarrow />
          <CustomerContact customer={data} />
          <section className="flex flex-col gap-2">
            <h3 className="font-semibold">{text("timeline.title")}</h3>
            <div className="overflow-hidden rounded-lg border">
              <CustomerTimeline customerId={customerId} loadedAt={loadedAt} atMost={LATEST} />
            </div>
          </section>
        </div>
      ) : customer.error ? (
        <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={6} rowClass="h-15" />
      )}
    </SidePanel>
  );
}

function PanelActions({ customer }: { customer: CustomerDetails }) {
  const text = useText("customers");
  return (
    <>
      <NewAppointmentButton customer={customer} />
      {customer.phone && (
        <Button asChild>
          <a href={`tel:${customer.phone}`}>
            <Phone />
            {text("panel.call")}
          </a>
        </Button>
      )}
      <Button variant="ghost" size="icon" className="ml-auto" asChild>
        <PageLink href={`/customers/${customer.id}`} aria-label={text("panel.open")} title={text("panel.open")}>
          <Maximize2 />
        </PageLink>
      </Button>
    </>
  );
}

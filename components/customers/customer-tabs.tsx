"use client";

import type { CustomerDetails } from "@/server/customers/schema";
import { CustomerFees } from "../policies/customer-fees";
import { useCan } from "../providers/company-provider";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../ui/tabs";
import { CustomerAppointments } from "./customer-appointments";
import { CustomerCalls } from "./customer-calls";
import { CustomerContact } from "./customer-contact";
import { CustomerNumbers } from "./customer-numbers";
import { CustomerNotes } from "./notes/customer-notes";
import { TimelineCard } from "./timeline-card";
import { useCustomerHistory } from "./use-customer-history";
import { useTabInUrl } from "./use-tab-in-url";

interface CustomerTabsProps {
  customer: CustomerDetails;
  loadedAt: number;
}

/** Overview, appointments, calls, notes; which one is open stands in the URL. */
export function CustomerTabs({ customer, loadedAt }: CustomerTabsProps) {
  const text = useText("customers");
  const { seesCalls, seesNotes, notes } = useCustomerHistory(customer.id);
  const tabs = ["overview", "appointments", ...(seesCalls ? ["calls"] : []), ...(seesNotes ? ["notes"] : [])];
  const [tab, choose] = useTabInUrl(tabs);
  return (
    <Tabs value={tab} onValueChange={choose}>
      <TabsList aria-label={text("tabs.label")}>
        <TabsTrigger value="overview">{text("tabs.overview")}</TabsTrigger>
        <TabsTrigger value="appointments">
          {text("tabs.appointments")} <Count of={customer.appointmentCount} />
        </TabsTrigger>
        {seesCalls && (
          <TabsTrigger value="calls">
            {text("tabs.calls")} <Count of={customer.callCount} />
          </TabsTrigger>
        )}
        {seesNotes && (
          <TabsTrigger value="notes">
            {text("tabs.notes")} <Count of={notes.data?.items.length ?? 0} />
          </TabsTrigger>
        )}
      </TabsList>
      <TabsContent value="overview">
        <Overview customer={customer} loadedAt={loadedAt} />
      </TabsContent>
      <TabsContent value="appointments">
        <CustomerAppointments customer={customer} />
      </TabsContent>
      {seesCalls && (
        <TabsContent value="calls">
          <CustomerCalls customerId={customer.id} />
        </TabsContent>
      )}
      {seesNotes && (
        <TabsContent value="notes">
          <CustomerNotes customerId={customer.id} />
        </TabsContent>
      )}
    </Tabs>
  );
}

function Count({ of }: { of: number }) {
  return of > 0 && <Badge>{of}</Badge>;
}

function Overview({ customer, loadedAt }: CustomerTabsProps) {
  const text = useText("customers");
  const seesFees = useCan("view_fees");
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      <div className="lg:col-span-3">
        <CustomerNumbers customer={customer} />
      </div>
      {seesFees && (
        <div className="empty:hidden lg:col-span-3">
          <CustomerFees customerId={customer.id} />
        </div>
      )}
      <Card>
        <CardHeader>
          <CardTitle>{text("details.contact")}</CardTitle>
        </CardHeader>
        <CardContent>
          <CustomerContact customer={customer} />
        </CardContent>
      </Card>
      <TimelineCard customerId={customer.id} loadedAt={loadedAt} className="overflow-hidden lg:col-span-2" />
    </div>
  );
}

import type { Metadata } from "next";
import {
  customerAppointmentsInput,
  customerCallsInput,
  customerChangesInput,
  customerMessagesInput,
} from "@/components/customers/customer-inputs";
import { CustomerPage } from "@/components/customers/customer-page";
import { CustomerSkeleton } from "@/components/customers/customer-skeleton";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("customers"))("title") };
}

export default async function CustomerDetailsPage({ params }: { params: Promise<{ customerId: string }> }) {
  const [{ customerId }, { permissions }] = await Promise.all([params, requirePermission("view_customers")]);
  const queries = [
    trpc.customers.get.queryOptions({ customerId }),
    trpc.tenancy.getCompany.queryOptions(),
    ...(permissions.includes("view_appointments")
      ? [
          trpc.appointments.list.queryOptions(customerAppointmentsInput(customerId)),
          trpc.notifications.list.queryOptions(customerMessagesInput(customerId)),
          trpc.modifications.list.queryOptions(customerChangesInput(customerId)),
        ]
      : []),
    ...(permissions.includes("view_calls") ? [trpc.calls.list.queryOptions(customerCallsInput(customerId))] : []),
  ];
  return (
    <ListPage messages={["customers", "customer-notes", "appointments", "fees", "calls"]}>
      <Streamed queries={queries} skeleton={<CustomerSkeleton />}>
        <CustomerPage customerId={customerId} loadedAt={Date.now()} />
      </Streamed>
    </ListPage>
  );
}

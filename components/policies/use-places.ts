"use client";

import { useQuery } from "@tanstack/react-query";
import type { PolicyScope } from "@/server/policies/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";

export type NarrowScope = Exclude<PolicyScope, "company">;
export const NARROW_SCOPES: readonly NarrowScope[] = ["branch", "service", "staff"];

interface Named {
  id: string;
  name: string;
}

/** Everything that a policy may be set on, by its kind; nothing while it is loading. */
export function usePlaces(): Record<NarrowScope, readonly Named[]> {
  const trpc = useTRPC();
  const branches = useQuery(trpc.tenancy.listBranches.queryOptions());
  const services = useQuery(trpc.catalog.listServices.queryOptions({}, { enabled: useCan("view_services") }));
  const staff = useQuery(trpc.staff.list.queryOptions({}, { enabled: useCan("view_appointments") }));
  return { branch: branches.data ?? [], service: services.data ?? [], staff: staff.data ?? [] };
}

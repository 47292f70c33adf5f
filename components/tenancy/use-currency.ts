"use client";

import { useQuery } from "@tanstack/react-query";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";

const MOST_LIKELY = "EUR";

/** The company's currency; it hardly ever changes, so it is asked for once. */
export function useCurrency(): string {
  const trpc = useTRPC();
  // Operators belong to no company.
  const enabled = useCompany().companyId !== "";
  const company = useQuery(
    trpc.tenancy.getCompany.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY, enabled }),
  );
  return company.data?.currency ?? MOST_LIKELY;
}

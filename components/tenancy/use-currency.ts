"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";

const MOST_LIKELY = "EUR";

/** The company's currency; it hardly ever changes, so it is asked for once. */
export function useCurrency(): string {
  const trpc = useTRPC();
  const company = useQuery(trpc.tenancy.getCompany.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  return company.data?.currency ?? MOST_LIKELY;
}

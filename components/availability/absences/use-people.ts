"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";

/** Everybody whose time this reader may see: for most everybody, for some only themselves. */
export function usePeople(branchId?: string): { id: string; name: string }[] {
  const { data = [] } = useQuery(useTRPC().workingHours.list.queryOptions({ branchId }));
  return data.flatMap(({ staffId, branchId: place, name }) =>
    staffId && place === null ? [{ id: staffId, name }] : [],
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { BackLink } from "../shared/back-link";
import { ErrorState } from "../shared/error-state";
import { useText } from "../shared/use-text";
import { Card } from "../ui/card";
import { StaffHead } from "./staff-head";
import { StaffSkeleton } from "./staff-skeleton";
import { StaffTabs } from "./staff-tabs";

/** Somebody of the staff, on a page of their own. */
export function StaffPage({ staffId, loadedAt }: { staffId: string; loadedAt: number }) {
  const text = useText("staff");
  const staff = useQuery(useTRPC().staff.get.queryOptions({ staffId }));
  return (
    <>
      <BackLink href="/staff">{text("back")}</BackLink>
      {staff.data ? (
        <>
          <StaffHead staff={staff.data} />
          <StaffTabs staff={staff.data} loadedAt={loadedAt} />
        </>
      ) : staff.error ? (
        <Card>
          <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />
        </Card>
      ) : (
        <StaffSkeleton />
      )}
    </>
  );
}

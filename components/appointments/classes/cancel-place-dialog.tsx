"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { CancelDialog } from "../cancel-dialog";

/** A place is cancelled like any appointment: fee and reason are said before. */
export function CancelPlaceDialog({ appointmentId }: { appointmentId: string }) {
  const { data } = useSuspenseQuery(useTRPC().appointments.get.queryOptions({ appointmentId }));
  return <CancelDialog appointment={data} />;
}

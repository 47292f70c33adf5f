"use client";

import { useQuery } from "@tanstack/react-query";
import type { PreviewFeeInput } from "@/server/appointments/fees/schema";
import { useTRPC } from "../providers/trpc-provider";

/** What a step would be answered with if it were taken now; asked anew each time that a dialog opens. */
export function usePolicyPreview({ appointmentId, step }: PreviewFeeInput) {
  return useQuery(useTRPC().fees.preview.queryOptions({ appointmentId, step }, { gcTime: 0 }));
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { SlotCourse } from "./slot-course";
import type { ChosenSlot } from "./use-slots";

interface BookingSummaryProps {
  slot: ChosenSlot | null;
  branchId: string;
  serviceId: string;
  timezone: string;
}

/** What will be booked: from when to when, with whom, for how much. */
export function BookingSummary({ slot, branchId, serviceId, timezone }: BookingSummaryProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const { currency } = useCompany();
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
  const service = services.data?.find(({ id }) => id === serviceId);
  if (!slot || !service) return null;
  const price = slot.priceCents ?? service.priceCents;
  return (
    <div
      role="status"
      data-tone="brand"
      className="flex items-start gap-2.5 rounded-md bg-tone-subtle px-3 py-2.5 text-tone-text"
    >
      <CalendarCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="font-medium">
          {formatters.longDate(slot.startsAt)}, {formatters.timeRange(slot.startsAt, slot.endsAt)}
        </span>
        <br />
        {text("new.summary", { service: service.name, staff: slot.staffName })} · {formatters.money(price, currency)}
        <SlotCourse segments={slot.segments ?? []} timezone={timezone} />
      </span>
    </div>
  );
}

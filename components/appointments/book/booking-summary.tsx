"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { visitName } from "@/server/catalog/services/rules/visit";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Avatar } from "../../ui/avatar";
import { SlotCourse } from "./slot-course";
import type { ChosenSlot } from "./use-slots";

interface BookingSummaryProps {
  slot: ChosenSlot | null;
  branchId: string;
  serviceId: string;
  /** What comes after it in the same visit. */
  followedBy: readonly { serviceId: string }[];
  timezone: string;
}

/** What will be booked: from when to when, with whom, for how much. */
export function BookingSummary({ slot, branchId, serviceId, followedBy, timezone }: BookingSummaryProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const { currency } = useCompany();
  const typedDiscount: unknown = useFormContext().watch("discountCents");
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
  // The choice of people beside it asks the same.
  const staff = useQuery(useTRPC().staff.list.queryOptions({ branchId, ...(serviceId ? { serviceId } : {}) }));
  const photo = staff.data?.find(({ id }) => id === slot?.staffId)?.avatarUrl;
  const service = services.data?.find(({ id }) => id === serviceId);
  if (!slot || !service) return null;
  const wished = [{ serviceId }, ...followedBy];
  const visit = wished.flatMap((part) => services.data?.find(({ id }) => id === part.serviceId) ?? []);
  const price = slot.priceCents ?? service.priceCents;
  const discount = Number(typedDiscount) || 0;
  return (
    <div
      role="status"
      data-tone="brand"
      className="flex items-start gap-2.5 rounded-md bg-tone-subtle px-3 py-2.5 text-tone-text"
    >
      {photo ? (
        <Avatar name={slot.staffName} src={photo} size="md" />
      ) : (
        <CalendarCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      )}
      <span>
        <span className="font-medium">
          {formatters.longDate(slot.startsAt)}, {formatters.timeRange(slot.startsAt, slot.endsAt)}
        </span>
        <br />
        {text("new.summary", { service: visitName(visit), staff: slot.staffName })} ·{" "}
        {formatters.money(Math.max(0, price - discount), currency)}
        {discount > 0 && ` ${text("discount.off", { amount: formatters.money(discount, currency) })}`}
        {slot.resources && slot.resources.length > 0 && (
          <>
            <br />
            {slot.resources.map(({ name }) => name).join(", ")}
          </>
        )}
        <SlotCourse segments={slot.segments ?? []} timezone={timezone} />
      </span>
    </div>
  );
}

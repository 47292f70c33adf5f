"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { bookAppointmentInput } from "@/server/appointments/schema";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { useBranch } from "../../tenancy/use-branch";
import type { PickedCustomer } from "./customer-picker";
import { ALONE, type Together } from "./more-services";
import type { ChosenSlot } from "./use-slots";
import { type BookingWish, useWishedSlot } from "./use-wished-slot";
import { withDiscountReason } from "./with-discount-reason";
import { withOverrideReason } from "./with-override-reason";

export type BookingValues = z.input<typeof bookAppointmentInput>;

export interface BookingStart {
  customer?: PickedCustomer;
  /** Where somebody clicked in the calendar: taken as soon as it is free for the service that they choose. */
  wish?: BookingWish;
}

/** What is chosen for a booking by hand so far; whatever changes what is wanted gives its time up. */
export function useBookingForm({ customer: known, wish }: BookingStart) {
  const { branches, timezone: companyZone } = useCompany();
  const scopedBranch = useBranch();
  const trpc = useTRPC();
  const details = useQuery(trpc.tenancy.listBranches.queryOptions());
  const [customer, setCustomer] = useState<PickedCustomer | null>(known ?? null);
  const [wantedStaffId, setWantedStaffId] = useState<string | null>(wish?.staffId ?? null);
  const [together, setTogether] = useState(ALONE);
  const [partySize, setPartySize] = useState(1);
  const [slot, setSlot] = useState<ChosenSlot | null>(null);
  const form = useForm<BookingValues>({
    resolver: zodResolver(withDiscountReason(withOverrideReason(bookAppointmentInput))) as never,
    defaultValues: {
      customerId: known?.id ?? "",
      branchId: wish?.branchId ?? scopedBranch ?? branches[0]?.id ?? "",
      serviceId: "",
      staffId: null,
      startsAt: "",
      notes: "",
      notifyCustomer: true,
    },
  });
  const [branchId, serviceId] = form.watch(["branchId", "serviceId"]);
  const timezone = details.data?.find(({ id }) => id === branchId)?.timezone ?? companyZone;
  const book = useMutation(
    trpc.appointments.book.mutationOptions({ meta: { refresh: ["customers", "availability", "analytics"] } }),
  );

  const chooseCustomer = (next: PickedCustomer | null) => {
    setCustomer(next);
    form.setValue("customerId", next?.id ?? "", { shouldDirty: true });
    if (next) form.clearErrors("customerId");
  };
  const chooseSlot = (next: ChosenSlot | null) => {
    setSlot(next);
    book.reset();
    form.setValue("startsAt", next?.startsAt ?? "", { shouldDirty: true });
    form.setValue("staffId", next?.staffId ?? null);
    form.setValue("classSessionId", next?.session?.id ?? null);
    if (next) form.clearErrors("startsAt");
  };
  const subject = { branchId, serviceId, staffId: wantedStaffId, timezone, ...together, partySize };
  const seekFor = (wanted: { staffId: string | null; together: Together; partySize: number }) => {
    setWantedStaffId(wanted.staffId);
    setTogether(wanted.together);
    setPartySize(wanted.partySize);
    form.setValue("followedBy", wanted.together.followedBy, { shouldDirty: true });
    form.setValue("sameStaff", wanted.together.sameStaff);
    form.setValue("partySize", wanted.partySize);
    chooseSlot(null);
  };
  const { missed, seek } = useWishedSlot(wish, chooseSlot);
  const seekAnew = () => {
    const wanted = { staffId: wish?.staffId ?? null, together: ALONE, partySize: 1 };
    seekFor(wanted);
    const [chosenBranch, chosenService] = form.getValues(["branchId", "serviceId"]);
    const { staffId } = wanted;
    seek({ branchId: chosenBranch, serviceId: chosenService, staffId, timezone, ...ALONE, partySize: 1 });
  };
  return {
    ...{ form, book, customer, chooseCustomer, slot, chooseSlot },
    ...{ subject, together, seekFor, seekAnew, missed },
  };
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { SlotOrigin } from "@/server/availability/chains/schema";
import type { FreeSlot } from "@/server/availability/schema";
import { toLocal } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { DAYS_SHOWN } from "./slot-days";
import { type ChosenSlot, type SlotSubject, slotsInput, toChosen } from "./use-slots";

/** Where somebody clicked in the calendar. */
export interface BookingWish {
  staffId: string;
  branchId?: string | undefined;
  startsAt: string;
  /** Why nobody can be booked there, as far as the calendar knows. */
  closures: SlotOrigin[];
}

/** Takes the time that was clicked as soon as it is free for what is wanted; one that is not is kept, to say why. */
export function useWishedSlot(wish: BookingWish | undefined, onFound: (slot: ChosenSlot) => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [missed, setMissed] = useState<string | null>(null);
  const latest = useRef(0);
  const seek = (subject: SlotSubject) => {
    setMissed(null);
    if (!wish || !subject.serviceId) return;
    latest.current += 1;
    const nr = latest.current;
    const first = toLocal(subject.timezone, Date.parse(wish.startsAt)).date;
    const options = trpc.availability.findChainSlots.queryOptions(slotsInput(subject, { first, days: DAYS_SHOWN }));
    const take = ({ slots }: { slots: FreeSlot[] }) => {
      if (nr !== latest.current) return;
      const found = slots.find((free) => free.startsAt.getTime() === Date.parse(wish.startsAt));
      if (found) onFound(toChosen(found));
      else setMissed(wish.startsAt);
    };
    // The picker beside it asks the same, and shows what went wrong.
    void client.fetchQuery(options).then(take, () => undefined);
  };
  return { missed, seek };
}

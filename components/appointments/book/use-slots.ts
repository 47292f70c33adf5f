"use client";

import { useQuery } from "@tanstack/react-query";
import type { FreeSlot } from "@/server/availability/schema";
import { addDays, type LocalDate } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { dayStart } from "../list/period-range";

/** What slots are looked for. */
export interface SlotSubject {
  branchId: string;
  serviceId: string;
  /** Null: whoever is free. */
  staffId: string | null;
  timezone: string;
  /** The appointment that moves: its own time counts as free. */
  movingAppointmentId?: string;
}

/** A start that was chosen, with whom. */
export interface ChosenSlot {
  startsAt: string;
  endsAt: string;
  staffId: string;
  staffName: string;
  /** Unknown for an alternative to a slot that was just taken. */
  priceCents?: number;
}

const FRESH_MS = 5_000;

/** What is free from the first day on, and why when it is nothing. */
export function useSlots(subject: SlotSubject, { first, days }: { first: LocalDate; days: number }) {
  const { branchId, serviceId, staffId, timezone, movingAppointmentId } = subject;
  const range = { from: dayStart(timezone, first), until: dayStart(timezone, addDays(first, days)) };
  const input = { branchId, serviceId, staffId, movingAppointmentId, ...range };
  return useQuery(useTRPC().availability.findFreeSlots.queryOptions(input, { staleTime: FRESH_MS }));
}

export function toChosen({ startsAt, endsAt, staffId, staffName, priceCents }: FreeSlot): ChosenSlot {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), staffId, staffName, priceCents };
}

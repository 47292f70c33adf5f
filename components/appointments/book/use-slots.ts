"use client";

import { useQuery } from "@tanstack/react-query";
import type { FreeSlot, WishedService } from "@/server/availability/schema";
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
  /** What comes after it in the same visit, and whether one person does all of it. */
  followedBy?: WishedService[] | undefined;
  sameStaff?: boolean | undefined;
  /** How long a customer may wait between two parts. */
  maxWaitMinutes?: number | undefined;
  /** Places in a group class. */
  partySize?: number | undefined;
  /** The appointment that moves: its own time counts as free. */
  movingAppointmentId?: string;
  /** A single time is asked about as it is for whoever books outside the working hours. */
  ignoresWorkingHours?: boolean;
}

/** A start that was chosen, with whom. */
export interface ChosenSlot {
  startsAt: string;
  endsAt: string;
  staffId: string;
  staffName: string;
  /** Unknown for an alternative to a slot that was just taken. */
  priceCents?: number;
  /** Who does what when, where there are several parts. */
  segments?: FreeSlot["segments"];
  resources?: FreeSlot["resources"];
  /** Of a group class. */
  session?: FreeSlot["session"];
}

const FRESH_MS = 5_000;

interface Days {
  first: LocalDate;
  days: number;
}

interface AskedDay {
  date: LocalDate;
  isShown: boolean;
}

export function slotsInput({ timezone, ...wanted }: SlotSubject, { first, days }: Days) {
  return { ...wanted, from: dayStart(timezone, first), until: dayStart(timezone, addDays(first, days)) };
}

/** What is free from the first day on, and why when it is nothing. */
export function useSlots(subject: SlotSubject, days: Days) {
  const input = slotsInput(subject, days);
  return useQuery(useTRPC().availability.findChainSlots.queryOptions(input, { staleTime: FRESH_MS }));
}

/** The starts of a day that are not offered; asked for only when somebody wants to see them. */
export function useClosedStarts({ timezone: _, ...wanted }: SlotSubject, { date, isShown }: AskedDay) {
  const options = { staleTime: FRESH_MS, enabled: isShown };
  const closed = useQuery(useTRPC().availability.listClosedStarts.queryOptions({ ...wanted, date }, options));
  return {
    starts: isShown ? (closed.data?.starts ?? []) : [],
    error: isShown ? closed.error : null,
    retry: closed.refetch,
  };
}

export function toChosen({
  startsAt,
  endsAt,
  staffId,
  staffName,
  priceCents,
  segments,
  resources,
  session,
}: FreeSlot): ChosenSlot {
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { ...times, staffId, staffName, priceCents, segments, resources, session };
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { useSettled } from "../../shared/use-settled";
import type { Move } from "./apply-move";

const PAUSE_MS = 150;
const FRESH_MS = 10_000;

export type LiveCheck = { isFree: boolean; reason: string | null } | null;

/** What the server says to a place while somebody still holds the block over it; null until it has answered. */
export function useLiveCheck(move: Move | null): LiveCheck {
  const wish = move && {
    appointmentId: move.entry.id,
    newStartsAt: new Date(move.startsAt).toISOString(),
    ...(move.staffId ? { staffId: move.staffId } : {}),
    ...(move.durationMinutes ? { durationMinutes: move.durationMinutes } : {}),
  };
  const asked = JSON.stringify(wish);
  const settled = useSettled(asked, PAUSE_MS);
  const input = JSON.parse(settled) as typeof wish;
  const options = useTRPC().calendar.checkMove.queryOptions(input ?? { appointmentId: "", newStartsAt: "" }, {
    enabled: input !== null,
    staleTime: FRESH_MS,
  });
  const answer = useQuery(options).data;
  return wish && asked === settled ? (answer ?? null) : null;
}

"use client";

import type { ConnectionView } from "@/server/integrations/schema";
import { Note } from "../shared/note";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";

/** Why a provider is not asked at the moment, since when, and when it is again. */
export function HeldBackNote({ connection }: { connection: ConnectionView }) {
  const text = useText("integrations");
  const { dateTime, time } = useFormatters();
  const { circuit, openedAt, heldBackUntil, heldBackFor } = connection;
  if (circuit === "closed") return null;
  const word = circuit === "open" && heldBackFor === "rate_limit" ? "paused" : circuit;
  const since = openedAt ? dateTime(openedAt) : "–";
  const next = heldBackUntil ? time(heldBackUntil) : "–";
  return <Note tone="warning">{text(`held.${word}`, { since, next })}</Note>;
}

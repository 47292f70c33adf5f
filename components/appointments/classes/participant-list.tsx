"use client";

import { useQuery } from "@tanstack/react-query";
import type { SessionView } from "@/server/availability/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { ParticipantLine } from "./participant-line";

/** Who takes part, in the order in which they booked. */
export function ParticipantList({ session }: { session: SessionView }) {
  const text = useText("classes");
  const participants = useQuery(useTRPC().classes.listParticipants.queryOptions({ classSessionId: session.id }));
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{text("participants.title")}</h3>
      {participants.data ? (
        participants.data.length > 0 ? (
          <ul className="divide-y rounded-lg border">
            {participants.data.map((participant) => (
              <ParticipantLine key={participant.appointmentId} participant={participant} session={session} />
            ))}
          </ul>
        ) : (
          <p className="rounded-lg border px-4 py-6 text-center text-muted-foreground">{text("participants.empty")}</p>
        )
      ) : participants.error ? (
        <ErrorState error={participants.error} onRetry={() => void participants.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={3} rowClass="h-13" />
      )}
    </section>
  );
}

"use client";

import { Check, UserX, X } from "lucide-react";
import { lazy, useState } from "react";
import type { ParticipantView } from "@/server/appointments/classes/schema";
import type { SessionView } from "@/server/availability/classes/schema";
import { DialogSlot } from "../../shared/dialog-slot";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import { useMayDo, useStatusSteps } from "../use-status-steps";

const CancelPlaceDialog = lazy(() =>
  import("./cancel-place-dialog").then((file) => ({ default: file.CancelPlaceDialog })),
);

interface ParticipantLineProps {
  participant: ParticipantView;
  session: SessionView;
}

/** One customer and their places: here, not come, or cancelled. */
export function ParticipantLine({ participant, session }: ParticipantLineProps) {
  const text = useText("classes");
  const { appointmentId, customer, status, places } = participant;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2">
      <div className="min-w-0 flex-1 basis-40">
        <PageLink href={`/appointments/${appointmentId}`} className="block break-words font-medium hover:underline">
          {customer.name}
          {places > 1 && <span className="font-normal text-muted-foreground"> · {text("people", { places })}</span>}
        </PageLink>
        <p className="text-muted-foreground text-sm tabular-nums">{customer.phoneText}</p>
      </div>
      <AppointmentStatusBadge status={status} />
      <LineActions participant={participant} session={session} />
    </li>
  );
}

function LineActions({ participant, session }: ParticipantLineProps) {
  const text = useText("classes");
  const mayDo = useMayDo();
  const steps = useStatusSteps();
  const [openedAt] = useState(() => Date.now());
  const [isCancelling, setCancelling] = useState(false);
  const { appointmentId, customer, status, version } = participant;
  const isComing = status === "pending" || status === "confirmed";
  const hasBegun = session.startsAt.getTime() <= openedAt;
  if (!isComing) return null;
  const input = { appointmentId, version };
  return (
    <span className="flex gap-1" data-print="hide">
      {status === "confirmed" && mayDo("start") && (
        <Button
          size="iconSm"
          variant="ghost"
          aria-label={text("participants.checkIn", { name: customer.name })}
          title={text("participants.checkIn", { name: customer.name })}
          isBusy={steps.start.isPending}
          onClick={() => steps.start.mutate(input)}
        >
          <Check />
        </Button>
      )}
      {hasBegun && mayDo("no_show") && (
        <Button
          size="iconSm"
          variant="ghost"
          aria-label={text("participants.noShow", { name: customer.name })}
          title={text("participants.noShow", { name: customer.name })}
          isBusy={steps.no_show.isPending}
          onClick={() => steps.no_show.mutate(input)}
        >
          <UserX />
        </Button>
      )}
      {mayDo("cancel") && (
        <Button
          size="iconSm"
          variant="ghost"
          aria-label={text("participants.cancel", { name: customer.name })}
          title={text("participants.cancel", { name: customer.name })}
          onClick={() => setCancelling(true)}
        >
          <X />
        </Button>
      )}
      <DialogSlot isOpen={isCancelling} onClose={() => setCancelling(false)}>
        <CancelPlaceDialog appointmentId={appointmentId} />
      </DialogSlot>
    </span>
  );
}

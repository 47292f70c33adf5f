"use client";

import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { PageLink } from "../../shared/page-link";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";
import { calcomLooks } from "../appointment-marks";
import { CalcomAgain } from "./calcom-again";
import { Section } from "./section";
import { SyncError } from "./sync-error";

/** The state of its copy at Cal.com, with what may be done about it; nothing for a company that does not use it. */
export function CalcomState({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const mayDecide = useCan("edit_appointments");
  const { id: appointmentId, calcomSyncStatus: status, calcomSyncError } = appointment;
  const { data } = useQuery(useTRPC().calcom.getSyncState.queryOptions({ appointmentId }));
  const canBeWritten = data?.canBeWritten ?? false;
  if (status === "not_linked" && !canBeWritten) return null;
  return (
    <Section title={text("calcom.title")}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {status === "not_linked" ? (
          <span className="text-muted-foreground">{text("calcom.not_linked")}</span>
        ) : (
          <StatusBadge {...calcomLooks[status]} label={text(`calcom.${status}`)} />
        )}
        {data?.bookingUrl && (
          <a
            href={data.bookingUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 text-sm underline underline-offset-2"
          >
            {text("calcom.see")}
            <ExternalLink aria-hidden="true" className="size-3.5" />
          </a>
        )}
      </div>
      {calcomSyncError && <SyncError said={calcomSyncError} />}
      {data?.waitsFor && (
        <Note tone="warning">
          {text("calcom.waits")}{" "}
          {mayDecide && (
            <PageLink href={`/settings/calcom?appointment=${appointmentId}`} className="underline underline-offset-2">
              {text("calcom.decide")}
            </PageLink>
          )}
        </Note>
      )}
      {canBeWritten && <CalcomAgain appointmentId={appointmentId} isFirst={status === "not_linked"} />}
    </Section>
  );
}

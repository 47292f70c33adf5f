"use client";

import { useQuery } from "@tanstack/react-query";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import {
  customerAppointmentsInput,
  customerCallsInput,
  customerChangesInput,
  customerMessagesInput,
} from "./customer-inputs";
import { customerNotesInput } from "./notes/notes-input";
import { useNoteRights } from "./notes/use-note-rights";
import { KINDS, type TimelineKind, type TimelineSource } from "./timeline-entries";

interface Wanted {
  customerId: string;
  /** Only this kind; all of them without it. */
  kind: TimelineKind | null;
  before: Date | null;
}

/** Which kinds of events the reader may see. */
export function useTimelineKinds(): TimelineKind[] {
  const appointment = useCan("view_appointments");
  const call = useCan("view_calls");
  const { mayRead: note } = useNoteRights();
  const sees = { appointment, call, message: appointment, change: appointment, note };
  return KINDS.filter((kind) => sees[kind]);
}

/** What the course of events is woven from, as far as the reader may see it. */
export function useTimeline({ customerId, kind, before }: Wanted) {
  const trpc = useTRPC();
  const kinds = useTimelineKinds();
  const wanted = (each: TimelineKind) => ({ enabled: kinds.includes(each) && (!kind || kind === each) });
  const until = before ? { until: before.toISOString() } : {};
  const appointments = useQuery(
    trpc.appointments.list.queryOptions({ ...customerAppointmentsInput(customerId), ...until }, wanted("appointment")),
  );
  const calls = useQuery(trpc.calls.list.queryOptions({ ...customerCallsInput(customerId), ...until }, wanted("call")));
  const messages = useQuery(
    trpc.notifications.list.queryOptions({ ...customerMessagesInput(customerId), ...until }, wanted("message")),
  );
  const changes = useQuery(
    trpc.modifications.list.queryOptions({ ...customerChangesInput(customerId), ...until }, wanted("change")),
  );
  const notes = useQuery(
    trpc.customerNotes.list.queryOptions({ ...customerNotesInput(customerId), ...until }, wanted("note")),
  );
  const queries = { appointment: appointments, call: calls, message: messages, change: changes, note: notes };
  const asked = Object.entries(queries).filter(([each]) => wanted(each as TimelineKind).enabled);
  const source: TimelineSource = {
    ...(wanted("appointment").enabled && { appointments: appointments.data }),
    ...(wanted("call").enabled && { calls: calls.data }),
    ...(wanted("message").enabled && { messages: messages.data }),
    ...(wanted("change").enabled && { changes: changes.data }),
    ...(wanted("note").enabled && { notes: notes.data }),
  };
  return {
    source,
    isLoading: asked.some(([, query]) => query.isLoading),
    error: asked.find(([, query]) => query.error)?.[1].error ?? null,
    retry: () => void Promise.all(asked.map(([, query]) => query.error && query.refetch())),
  };
}

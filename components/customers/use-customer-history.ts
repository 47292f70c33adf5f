"use client";

import { useQuery } from "@tanstack/react-query";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { customerAppointmentsInput, customerCallsInput } from "./customer-inputs";
import { customerNotesInput } from "./notes/notes-input";
import { useNoteRights } from "./notes/use-note-rights";

/** A customer's appointments, calls and notes, as far as the reader may see them. */
export function useCustomerHistory(customerId: string) {
  const trpc = useTRPC();
  const seesAppointments = useCan("view_appointments");
  const seesCalls = useCan("view_calls");
  const appointments = useQuery(
    trpc.appointments.list.queryOptions(customerAppointmentsInput(customerId), { enabled: seesAppointments }),
  );
  const { mayRead: seesNotes } = useNoteRights();
  const notes = useQuery(trpc.customerNotes.list.queryOptions(customerNotesInput(customerId), { enabled: seesNotes }));
  const calls = useQuery(trpc.calls.list.queryOptions(customerCallsInput(customerId), { enabled: seesCalls }));
  return {
    appointments,
    calls,
    notes,
    seesCalls,
    seesNotes,
  };
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { customerAppointmentsInput, customerCallsInput } from "./customer-inputs";

/** A customer's appointments and calls, as far as the reader may see them. */
export function useCustomerHistory(customerId: string) {
  const trpc = useTRPC();
  const seesAppointments = useCan("view_appointments");
  const seesCalls = useCan("view_calls");
  const appointments = useQuery(
    trpc.appointments.list.queryOptions(customerAppointmentsInput(customerId), { enabled: seesAppointments }),
  );
  const calls = useQuery(trpc.calls.list.queryOptions(customerCallsInput(customerId), { enabled: seesCalls }));
  return {
    appointments,
    calls,
    isLoading: appointments.isLoading || calls.isLoading,
    error: appointments.error ?? calls.error,
    retry: () => void Promise.all([appointments.refetch(), calls.refetch()]),
    /** So many are there, and perhaps more. */
    seesCalls,
  };
}

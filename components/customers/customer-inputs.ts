const AT_ONCE = 50;

/** What a customer's page asks for beside the customer: the page asks the same ahead, on the server. */
export const customerAppointmentsInput = (customerId: string) => ({
  customerId,
  order: "desc" as const,
  limit: AT_ONCE,
});
export const customerCallsInput = (customerId: string) => ({ customerId, limit: AT_ONCE });

/** Of what the course of events shows beside them; `until` for its older parts. */
export const customerChangesInput = (customerId: string) => ({ customerId, limit: AT_ONCE });
export const customerMessagesInput = (customerId: string) => ({ customerId, limit: 100 });

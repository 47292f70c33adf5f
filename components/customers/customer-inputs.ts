const AT_ONCE = 50;

/** What a customer's page asks for beside the customer: the page asks the same ahead, on the server. */
export const customerAppointmentsInput = (customerId: string) => ({
  customerId,
  order: "desc" as const,
  limit: AT_ONCE,
});
export const customerCallsInput = (customerId: string) => ({ customerId, limit: AT_ONCE });

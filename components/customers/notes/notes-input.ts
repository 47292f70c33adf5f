/** What the tab and the course of events ask for; the page asks the same ahead, on the server. */
export const customerNotesInput = (customerId: string) => ({ customerId, limit: 100 });

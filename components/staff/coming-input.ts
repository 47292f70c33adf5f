/** What still lies before somebody, the nearest first. */
export const comingInput = (staffId: string, now: number) => ({
  staffId,
  from: new Date(now).toISOString(),
  status: ["pending" as const, "confirmed" as const, "in_progress" as const],
  limit: 50,
});

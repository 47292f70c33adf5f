import { z } from "zod";

/** Which of the possible starts are offered: all on the grid, or those that leave no unusable gap. */
export const slotMode = z.enum(["interval", "fit"]);
export type SlotMode = z.infer<typeof slotMode>;

/** How "any staff" becomes one person; `preferred`: the customer's own, else the least loaded. */
export const staffStrategy = z.enum(["least_loaded", "round_robin", "highest_proficiency", "preferred"]);
export type StaffStrategy = z.infer<typeof staffStrategy>;

/** How a company offers its times, as its settings have it; what they lack, or have wrong, is as usual. */
export const schedulingSettings = z.object({
  slotIntervalMinutes: z.number().int().positive().catch(15),
  slotMode: slotMode.catch("interval"),
  assignment: staffStrategy.catch("preferred"),
});
export type SchedulingSettings = z.infer<typeof schedulingSettings>;

export const schedulingView = z.object({ slotIntervalMinutes: z.int(), slotMode, assignment: staffStrategy });

export const editSchedulingInput = z.object({
  slotIntervalMinutes: z.int().min(5).max(240).optional(),
  slotMode: slotMode.optional(),
  assignment: staffStrategy.optional(),
});
export type EditSchedulingInput = z.infer<typeof editSchedulingInput>;

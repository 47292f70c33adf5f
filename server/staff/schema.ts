import { z } from "zod";

export const listStaffInput = z.object({ branchId: z.uuid().optional(), serviceId: z.uuid().optional() });
export type ListStaffInput = z.infer<typeof listStaffInput>;

export const staffView = z.object({
  id: z.uuid(),
  name: z.string(),
  colour: z.string(),
  avatarUrl: z.string().nullable(),
  isBookable: z.boolean(),
  branchIds: z.array(z.uuid()),
  serviceIds: z.array(z.uuid()),
});
export type StaffView = z.infer<typeof staffView>;

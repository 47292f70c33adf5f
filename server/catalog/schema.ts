import { z } from "zod";

export const listServicesInput = z.object({ branchId: z.uuid().optional() });
export type ListServicesInput = z.infer<typeof listServicesInput>;

export const serviceView = z.object({
  id: z.uuid(),
  name: z.string(),
  category: z.string().nullable(),
  description: z.string().nullable(),
  durationMinutes: z.int(),
  priceCents: z.int(),
  colour: z.string(),
  synonyms: z.array(z.string()),
  isPhoneBookable: z.boolean(),
  isOnlineBookable: z.boolean(),
  /** Places; more than one makes it a group class. */
  capacity: z.int(),
});
export type ServiceView = z.infer<typeof serviceView>;

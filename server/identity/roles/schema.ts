import { z } from "zod";
import { PERMISSIONS } from "../rules/permissions";

const roleFields = {
  name: z.string().trim().min(2).max(60),
  description: z.string().trim().max(300).nullish(),
  permissions: z
    .array(z.enum(PERMISSIONS as [string, ...string[]]))
    .max(PERMISSIONS.length)
    .default([]),
  /** Its people see only what is their own: their appointments, their calls. */
  isOwnOnly: z.boolean().default(false),
};

export const createRoleInput = z.object(roleFields);
export type CreateRoleInput = z.infer<typeof createRoleInput>;

export const editRoleInput = z.object({ roleId: z.uuid(), ...roleFields });
export type EditRoleInput = z.infer<typeof editRoleInput>;

export const roleInput = z.object({ roleId: z.uuid() });

export const roleView = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  isBuiltIn: z.boolean(),
  isOwnOnly: z.boolean(),
  permissions: z.array(z.string()),
  /** Who has it now, and who is invited to. */
  memberCount: z.int(),
  invitationCount: z.int(),
});
export type RoleView = z.infer<typeof roleView>;

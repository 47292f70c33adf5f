import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { isNameTaken, lockOwnRole, type RoleRow } from "../repository";
import { checkRole, type RoleEditor, type RoleFacts } from "../rules";
import { permissionsOfRole } from "../views";

export function editorOf({ permissions, restriction }: TransactionContext): RoleEditor {
  return { permissions: permissions ?? new Set(), isOwnOnly: restriction?.staffId !== undefined };
}

export function requireGrantable(tx: TransactionContext, role: RoleFacts): void {
  const refusal = checkRole(role, editorOf(tx));
  if (refusal) throw new AppError(refusal);
}

/** A role of the company's own that this person may change; a built-in one is nobody's to change. */
export async function requireOwnRole(tx: TransactionContext, roleId: string): Promise<RoleRow & RoleFacts> {
  const row = await lockOwnRole(tx, roleId);
  if (!row) throw notFound("role");
  const role = { ...row, permissions: permissionsOfRole(row) };
  requireGrantable(tx, role);
  return role;
}

export async function requireFreeName(tx: TransactionContext, wanted: { name: string; exceptId?: string }) {
  if (await isNameTaken(tx, wanted)) throw new AppError({ code: "VALIDATION_ERROR", reason: "role_name_taken" });
}

import "server-only";
import { notFound } from "next/navigation";
import type { Permission } from "@/server/identity/rules/permissions";
import { requireSession } from "./rsc";

/** Who is signed in, for a page that wants a permission: to anybody else it does not exist. */
export async function requirePermission(permission: Permission) {
  const session = await requireSession();
  if (!session.permissions.includes(permission)) notFound();
  return session;
}

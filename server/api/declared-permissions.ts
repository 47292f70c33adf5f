import { isPermission } from "@/server/identity/rules/permissions";
import type { ProcedureMeta } from "./trpc";

interface Procedure {
  _def: { meta?: unknown };
}
interface Router {
  _def: { procedures: Record<string, unknown> };
}

/** Whom they are for instead: the procedure that it was made from asks for that. */
const OPEN: ReadonlySet<string> = new Set(["public", "account", "signed_in"]);

/** Refuses to start with a procedure that names no permission, or one that is not in the table. */
export function assertEveryProcedureHasPermission<R extends Router>(appRouter: R): R {
  const undeclared = Object.entries(appRouter._def.procedures)
    .filter(([, procedure]) => !isDeclared((procedure as Procedure)._def.meta))
    .map(([path]) => path);
  if (undeclared.length > 0) throw new Error(`Procedures without a permission: ${undeclared.join(", ")}`);
  return appRouter;
}

function isDeclared(meta: ProcedureMeta | unknown): boolean {
  const { permission } = (meta ?? {}) as ProcedureMeta;
  return permission !== undefined && (OPEN.has(permission) || isPermission(permission));
}

import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { countServices } from "../repository/write";
import type { OfferedService } from "../schema";

/** Throws unless each is a service of ours, and named once. */
export async function requireServices(tx: TransactionContext, services: OfferedService[]): Promise<void> {
  const ids = new Set(services.map(({ serviceId }) => serviceId));
  if (ids.size < services.length) throw new AppError({ code: "VALIDATION_ERROR", reason: "service_named_twice" });
  if (ids.size > 0 && (await countServices(tx, [...ids])) < ids.size) throw notFound("service");
}

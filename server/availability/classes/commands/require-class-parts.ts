import type { TransactionContext } from "@/server/core/context";
import { requireOwnBranch } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { countResources, findClassService, findOpenBranch, findTeacher } from "../repository/people-and-places";

interface Wanted {
  serviceId: string;
  branchId: string;
  staffId: string;
  resourceIds?: string[] | undefined;
}

/** What a class consists of: a service for several, a branch, somebody who teaches it there, and rooms of that branch. */
export async function requireClassParts(tx: TransactionContext, wanted: Wanted) {
  const { serviceId, branchId, staffId } = wanted;
  requireOwnBranch(tx, branchId);
  const service = await findClassService(tx, serviceId);
  if (!service) throw notFound("service");
  const branch = await findOpenBranch(tx, branchId);
  if (!branch) throw notFound("branch");
  const teacher = await findTeacher(tx, { staffId, serviceId, branchId });
  if (!teacher) throw notFound("staff");
  const resourceIds = await requireResources(tx, wanted);
  if (service.capacity < 2) throw new AppError({ code: "VALIDATION_ERROR", reason: "not_a_class" });
  if (!teacher.canTeach) throw new AppError({ code: "VALIDATION_ERROR", reason: "staff_does_not_offer_it" });
  return { service, branch, resourceIds };
}

/** Somebody of ours who does this service in this branch. */
export async function requireTeacher(
  tx: TransactionContext,
  wanted: Pick<Wanted, "serviceId" | "branchId" | "staffId">,
): Promise<void> {
  const teacher = await findTeacher(tx, wanted);
  if (!teacher) throw notFound("staff");
  if (!teacher.canTeach) throw new AppError({ code: "VALIDATION_ERROR", reason: "staff_does_not_offer_it" });
}

/** Throws unless each is a room or a device of the branch. */
export async function requireResources(
  tx: TransactionContext,
  { resourceIds = [], branchId }: Pick<Wanted, "resourceIds" | "branchId">,
): Promise<string[]> {
  const ids = [...new Set(resourceIds)];
  if (ids.length > 0 && (await countResources(tx, { ids, branchId })) < ids.length) throw notFound("resource");
  return ids;
}

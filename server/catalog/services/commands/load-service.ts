import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { serviceChanged } from "../../events";
import { countComing, findService, isNameTaken, listOpenBranches, type ServiceRow } from "../repository/read";
import { changeService, type ServiceData } from "../repository/write";
import { checkReach } from "../rules/editing";
import type { ServiceDetails } from "../schema/view";
import { offersOf, toServiceDetails } from "../views";

interface Named {
  serviceId: string;
  version?: number | undefined;
}

/** The service as it stands; NOT_FOUND for another company's, VERSION_CONFLICT for an edit of an older state. */
export async function requireService(tx: TransactionContext, { serviceId, version }: Named): Promise<ServiceRow> {
  const row = await findService(tx, serviceId);
  if (!row) throw notFound("service");
  if (version !== undefined && version !== row.version)
    throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: row.version } });
  return row;
}

/** One whose every branch this person works with: what is changed holds in all of them. */
export async function requireWholeService(tx: TransactionContext, named: Named): Promise<ServiceRow> {
  const row = await requireService(tx, named);
  const offered = offersOf(row, await listOpenBranches(tx)).filter(({ isActive }) => isActive);
  const refusal = checkReach(
    tx.restriction?.branchIds ?? [],
    offered.map(({ branchId }) => branchId),
  );
  if (refusal) throw new AppError(refusal);
  return row;
}

export async function requireFreeName(tx: TransactionContext, wanted: { name: string; exceptId?: string }) {
  if (await isNameTaken(tx, wanted)) throw new AppError({ code: "VALIDATION_ERROR", reason: "service_name_taken" });
}

/** Counts the change, and tells whoever keeps a copy elsewhere. */
export async function writeChange(tx: TransactionContext, before: ServiceRow, data: ServiceData = {}): Promise<void> {
  await changeService(tx, before, data);
  await publish(tx, serviceChanged, { serviceId: before.id });
}

export async function loadDetails(tx: TransactionContext, named: Named): Promise<ServiceDetails> {
  const row = await requireService(tx, named);
  const branches = await listOpenBranches(tx);
  const { count: comingCount } = await countComing(tx, row.id);
  return toServiceDetails(row, { branches, ownBranchIds: tx.restriction?.branchIds ?? [], comingCount });
}

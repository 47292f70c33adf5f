import type { TransactionContext } from "@/server/core/context";
import { requireNobodyStranded } from "../../commands/require-nobody-stranded";
import { findComingAppointments } from "../../repository/stranded-appointments";
import type { WorkingHour } from "../../rules/weekly-hours";
import { findRows, type HoursOwner } from "../repository";
import { leftOutside } from "../rules/outside-hours";

/** Lists the appointments that lie inside these hours today and would not any more. */
export async function requireNobodyOutside(
  tx: TransactionContext,
  owner: HoursOwner,
  { rows, zone }: { rows: readonly WorkingHour[]; zone: string },
): Promise<void> {
  const { staffId, branchId } = owner;
  const known = await findRows(tx, staffId ? { staffIds: [staffId] } : { branchIds: [branchId ?? ""] });
  const before = known.map((row) => asRead(row, owner));
  const others = before.filter((row) => row.branchId !== branchId && staffId);
  const after = [...others, ...rows.map((row) => asRead(row, owner))];
  const coming = await findComingAppointments(tx, {
    staffId,
    branchId: staffId ? null : branchId,
    from: tx.now,
    until: null,
  });
  const outside = leftOutside(coming, { before, after, zone });
  requireNobodyStranded(tx, outside, { isConfirmed: false, reason: "appointments_outside_hours" });
}

/** A branch's own rows hold in it for everybody, as somebody's general ones do. */
const asRead = (row: WorkingHour, { staffId }: HoursOwner): WorkingHour => (staffId ? row : { ...row, branchId: null });

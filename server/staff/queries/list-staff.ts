import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listStaffRows } from "../repository/list";
import type { ListStaffInput, StaffView } from "../schema";

/** Who works for the company, with the branches and the services that each covers. */
export async function listStaff(ctx: CompanyContext, input: ListStaffInput = {}): Promise<StaffView[]> {
  return transact(ctx, (tx) => listStaffRows(tx, input));
}

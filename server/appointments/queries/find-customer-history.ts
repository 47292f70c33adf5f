import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findHistoryRow } from "../repository/history";

export interface Visit {
  id: string;
  startsAt: Date;
  status: string;
  serviceName: string;
  staffName: string;
}

export interface CustomerHistory {
  last: Visit | null;
  next: Visit | null;
  /** What they had most often. */
  preferredService: { id: string; name: string } | null;
}

/** When a customer was here last, when they come next, and what they like. */
export async function findCustomerHistory(
  ctx: CompanyContext,
  { customerId }: { customerId: string },
): Promise<CustomerHistory> {
  return transact(ctx, (tx) => findHistoryRow(tx, customerId));
}

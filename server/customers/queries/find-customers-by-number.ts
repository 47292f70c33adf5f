import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findCustomersByNumber as findRows } from "../repository/find";
import type { KnownCaller } from "../schema";

/** Everybody of the company who has this number (families share one), the one seen last first. */
export async function findCustomersByNumber(ctx: CompanyContext, { e164 }: { e164: string }): Promise<KnownCaller[]> {
  return transact(ctx, async (tx) =>
    (await findRows(tx, e164)).map(({ journeyStage, birthdate, ...row }) => ({
      ...row,
      birthdate: birthdate?.toISOString().slice(0, 10) ?? null,
      isVip: journeyStage?.key === "vip",
    })),
  );
}

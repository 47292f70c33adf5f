import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findPrice } from "../repository/price";

interface Asked {
  serviceId: string;
  branchId?: string | null;
  staffId?: string | null;
}

/** What a service costs with this person in this branch. */
export async function getPrice(ctx: CompanyContext, asked: Asked): Promise<{ priceCents: number; currency: string }> {
  const price = await transact(ctx, (tx) => findPrice(tx, asked));
  if (!price) throw notFound("service");
  return price;
}

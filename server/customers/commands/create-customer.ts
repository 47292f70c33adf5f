import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { listStaff } from "@/server/staff/queries/list-staff";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { customerCreated } from "../events";
import { findCountry } from "../repository/find";
import { insertCustomer } from "../repository/write";
import { toE164 } from "../rules";
import type { CreateCustomerInput } from "../schema";

/** Adds a customer to the company, as a lead; an unreadable phone number is refused, never stored as it is. */
export async function createCustomer(ctx: CompanyContext, data: CreateCustomerInput): Promise<{ customerId: string }> {
  return transact(ctx, async (tx) => {
    const e164 = data.phone ? toE164(data.phone, await findCountry(tx)) : null;
    if (data.phone && !e164) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_phone" });
    await requirePreferred(tx, data);
    await requireWithinLimit(tx, "customers");
    const customerId = await insertCustomer(tx, { ...data, e164, stageKey: "lead" });
    recordAudit(tx, { action: "create_customers", subjectType: "customer", subjectId: customerId, after: data });
    await publish(tx, customerCreated, { customerId });
    return { customerId };
  });
}

/** Whom and where they like best must be ours. */
export async function requirePreferred(
  ctx: CompanyContext,
  { preferredBranchId, preferredStaffId }: Pick<CreateCustomerInput, "preferredBranchId" | "preferredStaffId">,
) {
  const isOneOf = (rows: { id: string }[], wanted: string) => rows.some(({ id }) => id === wanted);
  if (preferredBranchId && !isOneOf(await listBranches(ctx), preferredBranchId)) throw notFound("branch");
  if (preferredStaffId && !isOneOf(await listStaff(ctx, {}), preferredStaffId)) throw notFound("staff");
}

import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { customerCreated } from "../events";
import { findCountry, insertCustomer } from "../repository";
import { toE164 } from "../rules";
import type { CreateCustomerInput } from "../schema";

/** Adds a customer to the company, as a lead; an unreadable phone number is refused, never stored as it is. */
export async function createCustomer(ctx: CompanyContext, data: CreateCustomerInput): Promise<{ customerId: string }> {
  return transact(ctx, async (tx) => {
    const e164 = data.phone ? toE164(data.phone, await findCountry(tx)) : null;
    if (data.phone && !e164) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_phone" });
    const customerId = await insertCustomer(tx, { ...data, e164, stageKey: "lead" });
    recordAudit(tx, { action: "create_customers", subjectType: "customer", subjectId: customerId, after: data });
    await publish(tx, customerCreated, { customerId });
    return { customerId };
  });
}

import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import { customerEdited } from "../events";
import { findCountry } from "../repository/find";
import { changeCustomer, writePrimaryPhone } from "../repository/write";
import { toE164 } from "../rules";
import type { CustomerDetails, EditCustomerInput } from "../schema";
import { toCustomerDetails } from "../views";
import { requirePreferred } from "./create-customer";
import { requireCustomer } from "./load-customer";

/** Changes what was sent of a customer and nothing else; a version that has been passed is VERSION_CONFLICT. */
export async function editCustomer(ctx: CompanyContext, input: EditCustomerInput): Promise<CustomerDetails> {
  return transact(ctx, async (tx) => {
    const before = await requireCustomer(tx, input);
    const { customerId, version: _, phone, birthdate, ...fields } = input;
    if (fields.notes !== undefined && !may(tx, "edit_general_notes"))
      throw new AppError({
        code: "FORBIDDEN",
        reason: "permission_missing",
        details: { permission: "edit_general_notes" },
      });
    await requirePreferred(tx, fields);
    if (phone !== undefined) await writePhone(tx, { customerId, phone });
    await changeCustomer(tx, before, {
      ...fields,
      ...(birthdate === undefined ? {} : { birthdate: birthdate ? new Date(birthdate) : null }),
    });
    const after = await requireCustomer(tx, { customerId });
    const views = [before, after].map((row) => toCustomerDetails(row, { withNotes: true }));
    recordAudit(tx, {
      action: "edit_customers",
      subjectType: "customer",
      subjectId: customerId,
      before: pick(views[0], input),
      after: pick(views[1], input),
    });
    await publish(tx, customerEdited, { customerId });
    return toCustomerDetails(after, { withNotes: may(tx, "view_general_notes") });
  });
}

async function writePhone(
  tx: TransactionContext,
  { customerId, phone }: { customerId: string; phone: string | null },
): Promise<void> {
  const e164 = phone ? toE164(phone, await findCountry(tx)) : null;
  if (phone && !e164) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_phone" });
  await writePrimaryPhone(tx, { customerId, e164, raw: phone ?? "" });
}

/** The values of the fields that were sent. */
function pick(view: CustomerDetails | undefined, input: EditCustomerInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(view ?? {}).filter(([field]) => field in input && field !== "version"));
}

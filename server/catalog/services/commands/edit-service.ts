import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import type { ServiceRow } from "../repository/read";
import { checkService, distinctSynonyms } from "../rules/editing";
import type { EditServiceInput } from "../schema/service";
import type { ServiceDetails } from "../schema/view";
import { loadDetails, requireFreeName, requireWholeService, writeChange } from "./load-service";

/** Changes what was sent of a service and nothing else; what is booked already keeps its time and its price. */
export async function editService(ctx: CompanyContext, input: EditServiceInput): Promise<ServiceDetails> {
  return transact(ctx, async (tx) => {
    const before = await requireWholeService(tx, input);
    const { serviceId, version: _, ...fields } = input;
    requireSensible(before, fields);
    const { name } = fields;
    if (name !== undefined && name !== before.name) await requireFreeName(tx, { name, exceptId: serviceId });
    const synonyms = fields.synonyms && distinctSynonyms(fields.synonyms, name ?? before.name);
    const data = { ...fields, ...(synonyms ? { synonyms } : {}) };
    await writeChange(tx, before, data);
    const subject = { subjectType: "service", subjectId: serviceId };
    recordAudit(tx, { action: "edit_services", ...subject, before: pick(before, data), after: data });
    return loadDetails(tx, { serviceId });
  });
}

type Fields = Omit<EditServiceInput, "serviceId" | "version">;

function requireSensible(before: ServiceRow, fields: Fields): void {
  if (before.isComposite && fields.durationMinutes !== undefined && fields.durationMinutes !== before.durationMinutes)
    throw new AppError({ code: "VALIDATION_ERROR", reason: "duration_from_chain" });
  const { isComposite } = before;
  const { capacity = before.capacity, priceCents = before.priceCents } = fields;
  const { requiresDepositCents = before.requiresDepositCents } = fields;
  const refusal = checkService({ isComposite, capacity, priceCents, requiresDepositCents });
  if (refusal) throw new AppError(refusal);
}

/** The values of the fields that were sent. */
const pick = (row: ServiceRow, fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => field in fields));

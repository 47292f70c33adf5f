import { getService } from "@/server/catalog/services/queries/get-service";
import type { TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { listPeople } from "../repository";

// Not audited: it only looks.
/** Service and person are the company's own. */
export async function requireOffer(
  tx: TransactionContext,
  { serviceId, staffId }: { serviceId: string; staffId: string | null },
): Promise<void> {
  await getService(tx, { serviceId });
  if (staffId) await requirePerson(tx, staffId);
}

export async function requirePerson(tx: TransactionContext, staffId: string) {
  const person = (await listPeople(tx)).find((one) => one.staffId === staffId);
  if (!person) throw notFound("staff");
  return person;
}

import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type DescribedCustomer, matchCustomer } from "../queries/match-customer";
import { lockPerson } from "../repository/write";
import { createCustomer } from "./create-customer";

interface Person extends DescribedCustomer {
  language: "de" | "en";
}

// Not audited: whoever is found stays as they are, and `createCustomer` tells of whoever is new.
/**
 * The customer whom somebody described elsewhere, made if nobody knows them. Of several who fit by name and contact, which
 * are one person entered twice, it is the first; a number that is none is left out.
 */
export async function ensureCustomer(ctx: CompanyContext, person: Person): Promise<{ customerId: string }> {
  return transact(ctx, async (tx) => {
    await lockPerson(tx, person.email ?? person.phone ?? `${person.firstName} ${person.lastName}`);
    const match = await matchCustomer(tx, person);
    if (match.kind === "invalid_phone") return ensureCustomer(tx, { ...person, phone: null });
    const [first] = match.kind === "several" ? match.sureIds : [];
    const known = match.kind === "known" ? match.customerId : first;
    return known ? { customerId: known } : create(tx, person);
  });
}

function create(tx: TransactionContext, { lastName, ...person }: Person): Promise<{ customerId: string }> {
  const name = lastName || person.email?.split("@")[0] || person.phone || "?";
  return createCustomer(tx, { ...person, lastName: name.slice(0, 100) });
}

import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { type CustomerLikeness, findCountry, findLikeCustomers } from "../repository/find";
import { toE164 } from "../rules";

export interface DescribedCustomer {
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string | null;
}

/** One person, nobody yet, several who may be meant, or a number that is none. */
export type CustomerMatch =
  | { kind: "known"; customerId: string; name: string }
  | { kind: "new" }
  /** With the ids of those who have this number or this address as well as the name. */
  | { kind: "several"; names: string[]; sureIds: string[] }
  | { kind: "invalid_phone" };

/** Whom a list from elsewhere means: by address, by number together with the name, or by the name alone if it is the only one. */
export async function matchCustomer(ctx: CompanyContext, described: DescribedCustomer): Promise<CustomerMatch> {
  return transact(ctx, async (tx) => {
    const e164 = described.phone ? toE164(described.phone, await findCountry(tx)) : null;
    if (described.phone && !e164) return { kind: "invalid_phone" };
    const found = await findLikeCustomers(tx, { ...described, e164 });
    return choose(found, described);
  });
}

function choose(found: CustomerLikeness[], { firstName, lastName, phone, email }: DescribedCustomer): CustomerMatch {
  const isNameless = !lastName;
  const fits = (one: CustomerLikeness) =>
    isNameless || one.byName || same(one.lastName, lastName, one.firstName, firstName);
  const sure = found.filter((one) => (one.byPhone || one.byEmail) && fits(one));
  const named = found.filter((one) => one.byName && ((!phone && !email) || !one.hasContact));
  const pool = sure.length > 0 ? sure : named;
  const [only, another] = pool;
  if (!only) return { kind: "new" };
  const nameOf = (one: CustomerLikeness) => [one.firstName, one.lastName].filter(Boolean).join(" ");
  return another
    ? { kind: "several", names: pool.map(nameOf), sureIds: sure.map(({ id }) => id) }
    : { kind: "known", customerId: only.id, name: nameOf(only) };
}

/** Families share numbers: the first name decides between them, where both are known. */
function same(lastName: string, otherLast: string, firstName: string, otherFirst: string): boolean {
  const isSame = (a: string, b: string) => a.localeCompare(b, "de", { sensitivity: "base" }) === 0;
  return isSame(lastName, otherLast) && (!firstName || !otherFirst || isSame(firstName, otherFirst));
}

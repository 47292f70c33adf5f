import type { Refusal } from "@/server/core/errors";

/** What holds in every branch is changed by whoever works with all the branches that offer it. */
export function checkReach(own: readonly string[], offeredIn: readonly string[]): Refusal | null {
  const isWithin = own.length === 0 || offeredIn.every((branchId) => own.includes(branchId));
  return isWithin ? null : { code: "FORBIDDEN", reason: "service_in_other_branches" };
}

interface Sellable {
  isComposite: boolean;
  capacity: number;
  priceCents: number;
  requiresDepositCents: number | null;
}

/** Says what a service can't be at once, or null. */
export function checkService({ isComposite, capacity, priceCents, requiresDepositCents }: Sellable): Refusal | null {
  if (isComposite && capacity > 1) return { code: "VALIDATION_ERROR", reason: "class_without_chain" };
  if ((requiresDepositCents ?? 0) > priceCents) return { code: "VALIDATION_ERROR", reason: "deposit_above_price" };
  return null;
}

/** Each word once, whatever its letters' size, and not the name itself. */
export function distinctSynonyms(synonyms: readonly string[], name: string): string[] {
  const seen = new Set([name.trim().toLocaleLowerCase("de")]);
  return synonyms.filter((word) => {
    const folded = word.toLocaleLowerCase("de");
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

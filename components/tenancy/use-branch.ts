"use client";

import { useSearchParams } from "next/navigation";
import { useCompany } from "../providers/company-provider";

/** The branch that the header's switcher chose, or null for all; an id that is not the user's counts as all. */
export function useBranch(): string | null {
  const { branches } = useCompany();
  const branchId = useSearchParams().get("branch");
  return branches.some((branch) => branch.id === branchId) ? branchId : null;
}

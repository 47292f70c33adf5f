"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactElement, useTransition } from "react";
import { useText } from "../shared/use-text";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";

export interface ScopeSwitcherPanelProps {
  company: { id: string; name: string };
  memberships: { companyId: string; companyName: string }[];
  branches: { id: string; name: string }[];
  onSwitchCompany: (companyId: string) => Promise<void>;
}

const ALL = "all";

export function ScopeSwitcherPanel(props: ScopeSwitcherPanelProps & { trigger: ReactElement }) {
  const text = useText("navigation");
  const [, startTransition] = useTransition();
  const { branchId, chooseBranch } = useBranchInUrl();
  const { company, memberships, branches, onSwitchCompany } = props;
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{props.trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-72">
        {memberships.length > 1 && (
          <>
            <DropdownMenuLabel>{text("scope.company")}</DropdownMenuLabel>
            <DropdownMenuRadioGroup
              value={company.id}
              onValueChange={(companyId) => startTransition(() => onSwitchCompany(companyId))}
            >
              {memberships.map((each) => (
                <DropdownMenuRadioItem key={each.companyId} value={each.companyId}>
                  <span className="truncate">{each.companyName}</span>
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
            {branches.length > 1 && <DropdownMenuSeparator />}
          </>
        )}
        {branches.length > 1 && (
          <>
            <DropdownMenuLabel>{text("scope.branch")}</DropdownMenuLabel>
            <DropdownMenuRadioGroup value={branchId ?? ALL} onValueChange={chooseBranch}>
              <DropdownMenuRadioItem value={ALL}>{text("scope.allBranches")}</DropdownMenuRadioItem>
              {branches.map((each) => (
                <DropdownMenuRadioItem key={each.id} value={each.id}>
                  <span className="truncate">{each.name}</span>
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** A new branch begins lists at their first page and closes what was open beside them. */
function useBranchInUrl() {
  const router = useRouter();
  const pathname = usePathname();
  const query = useSearchParams();
  const chooseBranch = (next: string) => {
    const changed = new URLSearchParams(query);
    for (const name of ["branch", "after", "open"]) changed.delete(name);
    if (next !== ALL) changed.set("branch", next);
    router.push(changed.size > 0 ? `${pathname}?${changed}` : pathname);
  };
  return { branchId: query.get("branch"), chooseBranch };
}

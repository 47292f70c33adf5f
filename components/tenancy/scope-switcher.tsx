"use client";

import { ChevronsUpDown, Store } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { LazyMenu, lazyMenu } from "../shared/lazy-menu";
import { useText } from "../shared/use-text";
import type { ScopeSwitcherPanelProps } from "./scope-switcher-panel";

const panel = lazyMenu<ScopeSwitcherPanelProps>(() =>
  import("./scope-switcher-panel").then((file) => file.ScopeSwitcherPanel),
);

/** Which company, and which of its branches or all. The branch stands in the URL and filters every page. */
export function ScopeSwitcher(props: ScopeSwitcherPanelProps) {
  const text = useText("navigation");
  const branchId = useSearchParams().get("branch");
  const { company, branches, memberships } = props;
  const branch = branches.find((each) => each.id === branchId);
  const branchName = branch?.name ?? (branches.length > 1 ? text("scope.allBranches") : branches[0]?.name);
  const label = (
    <span className="flex min-w-0 flex-col text-left leading-4">
      <span className="truncate font-semibold">{company.name}</span>
      {branchName && <span className="truncate text-muted-foreground text-sm">{branchName}</span>}
    </span>
  );
  if (branches.length < 2 && memberships.length < 2) return <div className="px-2">{label}</div>;
  return (
    <LazyMenu
      menu={panel}
      props={props}
      trigger={
        <button
          type="button"
          className="flex h-11 min-w-0 max-w-full items-center gap-2.5 rounded-md px-2 transition-colors hover:bg-accent"
        >
          <Store aria-hidden="true" className="size-4.5 shrink-0 text-muted-foreground max-sm:hidden" />
          {label}
          <span className="sr-only">{text("scope.label")}</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        </button>
      }
    />
  );
}

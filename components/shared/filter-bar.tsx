"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { useText } from "./use-text";

interface FilterBarProps {
  /** Search first, then selects; they wrap on a phone. */
  children: ReactNode;
  onClear?: () => void;
  /** What one does with the list rather than to it, at the far end. */
  actions?: ReactNode;
}

export function FilterBar({ children, onClear, actions }: FilterBarProps) {
  const text = useText("shared");
  return (
    <search className="flex flex-wrap items-center gap-2 border-b p-2" data-print="hide">
      {children}
      {onClear && (
        <Button variant="ghost" onClick={onClear}>
          <X />
          {text("filters.clear")}
        </Button>
      )}
      {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </search>
  );
}

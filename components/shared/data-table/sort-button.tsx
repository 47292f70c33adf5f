import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";

interface SortButtonProps {
  direction?: "ascending" | "descending";
  onClick: () => void;
  children: ReactNode;
}

export function SortButton({ direction, onClick, children }: SortButtonProps) {
  const Icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <button
      type="button"
      onClick={onClick}
      className="group -mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-foreground"
    >
      {children}
      <Icon aria-hidden="true" className={direction ? "size-3.5" : "size-3.5 opacity-50 group-hover:opacity-100"} />
    </button>
  );
}

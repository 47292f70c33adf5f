import type { ReactNode } from "react";
import { cn } from "../ui/cn";

/** Two beside each other on a phone, all in one row on a desktop. */
export function FigureGrid({ count, children }: { count: 3 | 4; children: ReactNode }) {
  return (
    <div className={cn("grid grid-cols-2 gap-3 lg:gap-4", count === 4 ? "lg:grid-cols-4" : "lg:grid-cols-3")}>
      {children}
    </div>
  );
}

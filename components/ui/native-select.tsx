import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClasses } from "./control-classes";

/** The first choice for a plain list of options: no script, and the phone's own picker. As wide as its place, unless a width is given. */
export function NativeSelect({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative inline-flex [:where(&)]:w-full", className)}>
      <select className={cn(controlClasses, "h-(--control) appearance-none truncate pr-8 pl-3")} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";

interface StateMessageProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert" | "status";
  className?: string;
}

/** What stands where a list would: one sentence, one button. */
export function StateMessage({ icon: Icon, title, children, action, role, className }: StateMessageProps) {
  return (
    <div role={role} className={cn("flex flex-col items-center gap-1 px-6 py-14 text-center", className)}>
      <span className="mb-3 flex size-11 items-center justify-center rounded-full bg-muted text-muted-foreground">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="font-medium text-lg">{title}</p>
      {children && <div className="max-w-sm text-balance text-muted-foreground">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

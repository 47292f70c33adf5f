import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";

interface NoteProps {
  tone?: "info" | "warning" | "danger" | "success";
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}

const icons = { info: Info, success: Info, warning: TriangleAlert, danger: CircleAlert };

/** A remark inside a page or form; a danger is announced. */
export function Note({ tone = "info", children, action, className }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div
      data-tone={tone}
      role={tone === "danger" ? "alert" : undefined}
      className={cn("flex items-start gap-2.5 rounded-md bg-tone-subtle px-3 py-2.5 text-tone-text", className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}

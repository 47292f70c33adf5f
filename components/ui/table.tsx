import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Scrolls sideways inside its own box, never the page; on a wide screen the header sticks below the page's. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div className="relative w-full max-lg:overflow-x-auto">
      <table className={cn("w-full border-separate border-spacing-0 text-left", className)} {...props} />
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return (
    <thead
      className={cn(
        "[&_th]:border-b [&_th]:bg-card lg:[&_th]:sticky lg:[&_th]:top-(--header) lg:[&_th]:z-10",
        className,
      )}
      {...props}
    />
  );
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={cn("[&>tr:not(:last-child)>td]:border-b", className)} {...props} />;
}

export function TableRow(props: ComponentProps<"tr">) {
  return <tr {...props} />;
}

export function TableHead({ className, scope = "col", ...props }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={cn("h-(--row) whitespace-nowrap px-3 font-medium text-muted-foreground text-sm", className)}
      {...props}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return <td className={cn("h-(--row) px-3 py-1.5", className)} {...props} />;
}

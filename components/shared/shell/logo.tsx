import { cn } from "../../ui/cn";

/** The mark: a call that has become a tick in the calendar. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-7 shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <path
        d="M9.5 17.2 13.8 21.5 22.8 11.2"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-primary-foreground"
      />
    </svg>
  );
}

export function Logo({ name }: { name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <LogoMark />
      <span className="truncate font-semibold text-lg tracking-tight group-data-[collapsed]/shell:hidden">{name}</span>
    </span>
  );
}

import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium transition-colors disabled:pointer-events-none disabled:not-aria-busy:opacity-50 aria-disabled:opacity-50 [&_svg]:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
        secondary: "border border-neutral-7 bg-card hover:bg-accent",
        ghost: "text-muted-foreground hover:bg-accent hover:text-foreground",
        danger: "bg-danger text-white hover:bg-danger-hover",
        link: "text-primary-text underline-offset-4 hover:underline",
      },
      size: {
        md: "h-(--control) px-3.5",
        sm: "h-7 px-2.5 text-sm pointer-coarse:h-(--control)",
        icon: "size-(--control)",
        iconSm: "size-7 pointer-coarse:size-(--control)",
        inline: "h-auto",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonVariants> {
  asChild?: boolean;
  /** Keeps its width, shows a spinner and takes no further click. */
  isBusy?: boolean;
}

export function Button({ variant, size, asChild, isBusy, className, children, type, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild)
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  return (
    <button
      type={type ?? "button"}
      className={cn(classes, isBusy && "relative")}
      aria-busy={isBusy || undefined}
      {...props}
      disabled={props.disabled || isBusy}
    >
      {isBusy && <Spinner className="absolute" />}
      {isBusy ? <span className="inline-flex items-center gap-2 opacity-0">{children}</span> : children}
    </button>
  );
}

import type { VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { buttonVariants } from "./button-variants";
import { cn } from "./cn";
import { Spinner } from "./spinner";

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

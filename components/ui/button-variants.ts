import { cva } from "class-variance-authority";

/** How a button looks, for what is clicked without being a `Button`. */
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

import { type ClassValue, clsx } from "clsx";

/** Joins class names. A caller's `className` adds layout (margin, width, grid place); looks are variants, so nothing needs merging. */
export function cn(...inputs: ClassValue[]): string {
  return clsx(inputs);
}

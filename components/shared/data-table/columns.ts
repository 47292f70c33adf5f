import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  /** The narrowest screen that shows it; the first column is always there. */
  from?: "sm" | "md" | "lg" | "xl";
  /** A class with the width, such as `w-32`. */
  width?: string;
  /** The name that the server sorts by; without one the column cannot be sorted. */
  sortKey?: string;
}

const visibility = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
};

export function columnClasses<Row>({ from, align, width }: Column<Row>): string {
  return [from && visibility[from], align === "right" && "text-right", width].filter(Boolean).join(" ");
}

/** `-startsAt` is descending. */
export interface Sort {
  key: string;
  isDescending: boolean;
}

export function readSort(value: string | null | undefined): Sort | null {
  if (!value) return null;
  return value.startsWith("-") ? { key: value.slice(1), isDescending: true } : { key: value, isDescending: false };
}

/** Ascending, descending, then as it was. */
export function nextSort(current: Sort | null, key: string): string | null {
  if (current?.key !== key) return key;
  return current.isDescending ? null : `-${key}`;
}

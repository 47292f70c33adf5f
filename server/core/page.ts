import { z } from "zod";

/** Which part of a list: behind a cursor, or by number; the total is counted only when it is asked for. */
export const pageInput = {
  limit: z.int().min(1).max(100).default(25),
  cursor: z.string().max(400).nullish(),
  page: z.int().min(1).max(10_000).optional(),
  withTotal: z.boolean().optional(),
};

/** Which way a list runs, where it can run both. */
export const listOrder = z.enum(["asc", "desc"]);
export type ListOrder = z.infer<typeof listOrder>;

/** The condition for what lies behind a row in that order. */
export const beyond = <T>(order: ListOrder, value: T): { lt: T } | { gt: T } =>
  order === "desc" ? { lt: value } : { gt: value };

export interface PageRequest {
  limit: number;
  cursor?: string | null | undefined;
  page?: number | undefined;
  withTotal?: boolean | undefined;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });

/** How many rows a page's number passes over; a cursor knows its place without. */
export function offsetOf({ page = 1, limit, cursor }: PageRequest): number {
  return cursor ? 0 : (page - 1) * limit;
}

import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { beyond, type ListOrder } from "@/server/core/page";
import type { ListCustomersInput } from "../schema";
import { alive, type CustomerListRow, listSelect } from "./rows";

export type CustomerFilters = Pick<Partial<ListCustomersInput>, "stage" | "branchId" | "staffId" | "from" | "until">;

export interface CustomerListQuery extends CustomerFilters {
  limit: number;
  skip: number;
  after: (string | number)[] | null;
  order: ListOrder;
}

export async function listCustomerRows(ctx: CompanyContext, query: CustomerListQuery): Promise<CustomerListRow[]> {
  const { order } = query;
  const [lastName = "", firstName = "", id = ""] = (query.after ?? []).map(String);
  const behind: Prisma.CustomerWhereInput = query.after
    ? {
        OR: [
          { lastName: beyond(order, lastName) },
          { lastName, firstName: beyond(order, firstName) },
          { lastName, firstName, id: beyond(order, id) },
        ],
      }
    : {};
  return db(ctx).customer.findMany({
    where: { ...alive(ctx), ...filters(query), ...behind },
    select: listSelect,
    orderBy: [{ lastName: order }, { firstName: order }, { id: order }],
    skip: query.skip,
    take: query.limit + 1,
  });
}

export async function countCustomerRows(ctx: CompanyContext, query: CustomerFilters): Promise<number> {
  return db(ctx).customer.count({ where: { ...alive(ctx), ...filters(query) } });
}

function filters({ stage, branchId, staffId, from, until }: CustomerFilters): Prisma.CustomerWhereInput {
  return {
    ...(stage ? { journeyStage: { key: stage } } : {}),
    ...(branchId ? { preferredBranchId: branchId } : {}),
    ...(staffId ? { appointments: { some: { staffId } } } : {}),
    ...(from || until ? { createdAt: { ...(from && { gte: from }), ...(until && { lt: until }) } } : {}),
  };
}

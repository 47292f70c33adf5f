import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

export const listSelect = {
  id: true,
  firstName: true,
  lastName: true,
  email: true,
  tags: true,
  appointmentCount: true,
  completedCount: true,
  noShowCount: true,
  totalRevenueCents: true,
  lastAppointmentAt: true,
  createdAt: true,
  journeyStage: { select: { key: true, name: true } },
  customerPhones: {
    select: { e164: true, label: true, isPrimary: true },
    orderBy: [{ isPrimary: "desc" }, { id: "asc" }],
  },
} satisfies Prisma.CustomerSelect;

const detailSelect = {
  ...listSelect,
  salutation: true,
  title: true,
  birthdate: true,
  language: true,
  notes: true,
  city: true,
  cancelledCount: true,
  callCount: true,
  averageBookingValueCents: true,
  smsOptIn: true,
  version: true,
  preferredStaff: { select: { name: true } },
  preferredBranch: { select: { name: true } },
} satisfies Prisma.CustomerSelect;

export type CustomerListRow = Prisma.CustomerGetPayload<{ select: typeof listSelect }>;
export type CustomerDetailRow = Prisma.CustomerGetPayload<{ select: typeof detailSelect }>;

/** Those who are neither deleted nor merged into somebody else. */
export const alive = (ctx: CompanyContext) => ({ companyId: ctx.companyId, deletedAt: null, mergedIntoId: null });

export async function findCustomerRows(ctx: CompanyContext, ids: string[]): Promise<CustomerListRow[]> {
  return db(ctx).customer.findMany({ where: { ...alive(ctx), id: { in: ids } }, select: listSelect });
}

export async function findCustomerDetail(ctx: CompanyContext, id: string): Promise<CustomerDetailRow | null> {
  return db(ctx).customer.findFirst({ where: { ...alive(ctx), id }, select: detailSelect });
}

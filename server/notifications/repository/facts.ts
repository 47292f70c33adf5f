import { nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

export interface FactSources {
  customerId?: string | null;
  appointmentId?: string | null;
  branchId?: string | null;
  callId?: string | null;
  callbackId?: string | null;
}

const branchSelect = {
  id: true,
  name: true,
  street: true,
  postalCode: true,
  city: true,
  phone: true,
  email: true,
  timezone: true,
} as const;

export async function findCompanyRow(ctx: CompanyContext) {
  return db(ctx).company.findFirstOrThrow({
    where: { id: ctx.companyId },
    select: { name: true, locale: true, email: true, phone: true },
  });
}

export async function findAppointmentRow(ctx: CompanyContext, id: string) {
  const row = await db(ctx).appointment.findFirst({
    where: { companyId: ctx.companyId, id },
    select: {
      id: true,
      status: true,
      startsAt: true,
      parts: true,
      customerId: true,
      serviceId: true,
      staffId: true,
      service: { select: { id: true, name: true } },
      staff: { select: { name: true } },
      branch: { select: branchSelect },
    },
  });
  return (row && (await nameVisits(ctx, [row]))[0]) ?? null;
}

export async function findCustomerRow(ctx: CompanyContext, id: string) {
  return db(ctx).customer.findFirst({
    where: { companyId: ctx.companyId, id },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      language: true,
      smsOptIn: true,
      deletedAt: true,
      anonymizedAt: true,
      customerPhones: { select: { e164: true }, orderBy: [{ isPrimary: "desc" }, { id: "asc" }] },
    },
  });
}

export async function findBranchRow(ctx: CompanyContext, id: string) {
  return db(ctx).branch.findFirst({ where: { companyId: ctx.companyId, id }, select: branchSelect });
}

export async function findCallRow(ctx: CompanyContext, id: string) {
  return db(ctx).call.findFirst({
    where: { companyId: ctx.companyId, id },
    select: {
      id: true,
      startedAt: true,
      durationSec: true,
      fromNumber: true,
      toNumber: true,
      direction: true,
      summary: true,
      outcome: true,
      customerId: true,
      branch: { select: branchSelect },
    },
  });
}

export async function findCallbackRow(ctx: CompanyContext, id: string) {
  return db(ctx).callbackRequest.findFirst({
    where: { companyId: ctx.companyId, id },
    select: {
      id: true,
      name: true,
      phone: true,
      reason: true,
      preferredTimes: true,
      dueAt: true,
      customerId: true,
      branch: { select: branchSelect },
    },
  });
}

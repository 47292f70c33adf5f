import { platformClient } from "@/server/core/db";
import { toOffsetIso } from "@/server/core/time";
import type { Salon } from "./salon";

export interface StandingAppointment {
  id: string;
  status: string;
  service: string;
  at: string;
  staff: string;
  customer: string;
  phones: string[];
  email: string | null;
  notes: string | null;
}

/** All that a call can have changed, as a person would tell it. */
export interface FinalState {
  appointments: StandingAppointment[];
  callbacks: { priority: string; reason: string }[];
  feesCents: number;
  outcome: string | null;
  customers: number;
}

const wallOf = (at: Date) => toOffsetIso("Europe/Berlin", at.getTime()).slice(0, 16).replace("T", " ");

export async function readFinalState({ company }: Salon): Promise<FinalState> {
  const where = { companyId: company.companyId };
  const client = platformClient();
  const rows = await client.appointment.findMany({
    where,
    orderBy: { createdAt: "asc" },
    include: { service: true, staff: true, customer: { include: { customerPhones: true } } },
  });
  const call = await client.call.findFirst({ where });
  const fees = await client.customerFee.aggregate({ where, _sum: { amountCents: true } });
  return {
    appointments: rows.map(({ id, status, service, staff, customer, startsAt, notes }) => ({
      ...{ id, status, service: service.name, at: wallOf(startsAt), staff: staff?.name ?? "", notes },
      customer: `${customer.firstName} ${customer.lastName}`.trim(),
      phones: customer.customerPhones.map(({ e164 }) => e164),
      email: customer.email,
    })),
    callbacks: await client.callbackRequest.findMany({ where, select: { priority: true, reason: true } }),
    feesCents: Number(fees._sum.amountCents ?? 0),
    outcome: call?.outcome ?? null,
    customers: await client.customer.count({ where }),
  };
}

import { z } from "zod";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { ROW_FIELDS, type Rows } from "./walk-rows";

/** Fields that name a row under another name. */
const ALSO: Record<string, keyof Rows> = {
  appointmentIds: "appointmentId",
  branchIds: "branchId",
  followedBy: "serviceId",
  holidayIds: "holidayId",
  homeBranchId: "branchId",
  serviceIds: "serviceId",
  staffIds: "staffId",
  movingAppointmentId: "appointmentId",
  resourceIds: "resourceId",
  preferredBranchId: "branchId",
  preferredStaffId: "staffId",
  services: "serviceId",
  changes: "serviceId",
  actorId: "userId",
  subjectId: "appointmentId",
};

export type Procedure = { _def: { type: string; inputs: z.ZodType[]; meta?: { permission?: string } } };

/** Those of the platform are over all companies: that nobody else reaches them is walked with the roles. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).filter(
  ([path]) => !path.startsWith("platform."),
);

export function fieldsOf({ _def: { inputs } }: Procedure): { field: string; isOptional: boolean }[] {
  return inputs.flatMap((input) => {
    const { properties = {}, required = [] } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
    return Object.keys(properties).map((field) => ({ field, isOptional: !required.includes(field) }));
  });
}

export const isRow = (field: string): boolean => field in ALSO || ROW_FIELDS.some((name) => name === field);

export const rowOf = (field: string, rows: Rows): string => rows[ALSO[field] ?? (field as keyof Rows)];

/** Fields that hold rows with the id of a service in each; REST has other names for what they say of it. */
const IN_ROWS = ["followedBy", "services"];

const serviceRow = (id: string) => ({
  ...{ serviceId: id, durationMinutes: null, priceCents: null, proficiency: 3 },
  ...{ service_id: id, duration_minutes: null, price_cents: null },
});

/** As the field wants it: one id, a list of them, or a list of rows with an id in each. */
export function toField(field: string, id: string): unknown {
  if (field === "changes") return [{ serviceId: id, service_id: id, isActive: false, is_active: false }];
  if (IN_ROWS.includes(field)) return [serviceRow(id)];
  return field.endsWith("Ids") ? [id] : id;
}

/** Everything that stands in the database of a company, by table. */
export async function snapshot(companyId: string): Promise<Record<string, string>> {
  const tables = await platformClient().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'company_id' ORDER BY 1`;
  const entries = tables.map(async ({ name }) => {
    const [row] = await platformClient().$queryRaw<{ digest: string | null }[]>(
      Prisma.sql`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${Prisma.raw(`"${name}"`)} t WHERE company_id = ${companyId}::uuid`,
    );
    return [name, row?.digest ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

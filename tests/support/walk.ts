import { z } from "zod";
import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { can, isPermission } from "@/server/identity/rules/permissions";
import { companyTables } from "./catalogue";
import { everyProcedure } from "./every-procedure";
import { ROW_FIELDS, type Rows } from "./walk-rows";

/** Fields that name a row under another name. */
const ALSO: Record<string, keyof Rows> = {
  appointmentIds: "appointmentId",
  branchIds: "branchId",
  followedBy: "serviceId",
  groupId: "resourceGroupId",
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

/** Over all companies, for those who work for the platform. */
export function isForOperators({ _def: { meta } }: Procedure): boolean {
  const permission = meta?.permission ?? "";
  return isPermission(permission) && !can(ROLE_PERMISSIONS.admin, permission);
}

const all = everyProcedure as [string, Procedure][];
export const procedures = all.filter(([, procedure]) => !isForOperators(procedure));
/** That nobody else reaches them is walked with the roles, too. */
export const operatorProcedures = all.filter(([, procedure]) => isForOperators(procedure));

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

let tables: Promise<string[]> | undefined;

export type Snapshot = Record<string, string>;

/** Everything that stands in the database of some companies, of each by table; in one question. */
export async function snapshots(companyIds: readonly string[]): Promise<Snapshot[]> {
  tables ??= companyTables();
  const parts = (await tables).map(
    (name) => Prisma.sql`
      SELECT ${name} AS name, company_id AS "companyId", md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest
      FROM ${Prisma.raw(`"${name}"`)} t WHERE company_id = ANY(${companyIds}::uuid[]) GROUP BY company_id`,
  );
  const rows = await platformClient().$queryRaw<{ name: string; companyId: string; digest: string }[]>(
    Prisma.join(parts, " UNION ALL "),
  );
  return companyIds.map((companyId) =>
    Object.fromEntries(rows.filter((row) => row.companyId === companyId).map(({ name, digest }) => [name, digest])),
  );
}

export async function snapshot(companyId: string): Promise<Snapshot> {
  const [found = {}] = await snapshots([companyId]);
  return found;
}

import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { CreateResourceInput } from "../schema";

export async function insertResource(ctx: CompanyContext, data: CreateResourceInput): Promise<string> {
  const id = newId();
  await db(ctx).resource.create({ data: { ...data, id, companyId: ctx.companyId }, select: { id: true } });
  return id;
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeResource(
  ctx: CompanyContext,
  resource: { id: string; version: number },
  data: Prisma.ResourceUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).resource.updateMany({
    where: { companyId: ctx.companyId, id: resource.id, version: resource.version },
    data: { ...data, version: resource.version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

/** Nobody books it between the question whether it is free and the answer. */
export async function lockResource(ctx: CompanyContext, resourceId: string): Promise<void> {
  await db(ctx).$queryRaw`
    SELECT id FROM resources WHERE company_id = ${ctx.companyId}::uuid AND id = ${resourceId}::uuid FOR UPDATE`;
}

import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { visible } from "../repository/visible";

interface StoredPhoto {
  image: Uint8Array<ArrayBuffer>;
  digest: string;
}

/** Of whoever may be seen. */
export async function readPhoto(ctx: CompanyContext, staffId: string): Promise<StoredPhoto | null> {
  const { companyId } = ctx;
  return db(ctx).staffPhoto.findFirst({
    where: { companyId, staffId, staff: { AND: [visible(ctx)] } },
    select: { image: true, digest: true },
  });
}

/** The photo, and in the person's own row the address at which it is read. */
export async function writePhoto(
  ctx: CompanyContext,
  { staffId, url, ...photo }: StoredPhoto & { staffId: string; url: string },
): Promise<void> {
  const { companyId } = ctx;
  const row = { ...photo, updatedAt: ctx.now };
  await db(ctx).staffPhoto.upsert({
    where: { companyId_staffId: { companyId, staffId } },
    create: { companyId, staffId, ...row },
    update: row,
    select: { staffId: true },
  });
  await db(ctx).staff.updateMany({ where: { companyId, id: staffId }, data: { avatarUrl: url } });
}

export async function deletePhoto(ctx: CompanyContext, staffId: string): Promise<void> {
  const { companyId } = ctx;
  await db(ctx).staffPhoto.deleteMany({ where: { companyId, staffId } });
  await db(ctx).staff.updateMany({ where: { companyId, id: staffId }, data: { avatarUrl: null } });
}

import type { Prisma } from "@/server/core/generated/client";

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

/** Ends waiting after wrong ones, and the links by which the old one could be got round. */
export async function setPassword(userId: string, passwordHash: string, client: Client): Promise<void> {
  await client.$queryRaw`SELECT password_set(${userId}::uuid, ${passwordHash})::text`;
}

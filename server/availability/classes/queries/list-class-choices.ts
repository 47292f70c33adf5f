import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listClassServices, listRooms, listTeachers } from "../repository/choices";
import type { ClassChoices } from "../schema";

/** The classes, who teaches which of them where, and the rooms. */
export async function listClassChoices(ctx: CompanyContext): Promise<ClassChoices> {
  return transact(ctx, async (tx) => {
    const services = await listClassServices(tx);
    const serviceIds = services.map(({ id }) => id);
    return { services, teachers: await listTeachers(tx, serviceIds), resources: await listRooms(tx) };
  });
}

import { getService } from "@/server/catalog/services/queries/get-service";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listPeople } from "../repository";
import type { ServiceStaffView } from "../schema";

/** Everybody who could do a service, with the terms of those who do. */
export async function listServiceStaff(
  ctx: CompanyContext,
  { serviceId }: { serviceId: string },
): Promise<ServiceStaffView[]> {
  return transact(ctx, async (tx) => {
    await getService(tx, { serviceId });
    return listPeople(tx, serviceId);
  });
}

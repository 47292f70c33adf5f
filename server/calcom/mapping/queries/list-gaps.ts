import { getService } from "@/server/catalog/services/queries/get-service";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findApiKey } from "../../repository/connection";
import { listAllMappings, listPeople, listServices } from "../repository";
import { gapsOf, matchedOf } from "../rules/gaps";
import type { ListGapsInput, MappingGaps } from "../schema";

/** What of a service would stand here only, as far as we know without asking; nothing where Cal.com is not connected. */
export async function listGaps(ctx: CompanyContext, { serviceId }: ListGapsInput): Promise<MappingGaps> {
  return transact(ctx, async (tx) => {
    await getService(tx, { serviceId });
    if (!(await findApiKey(tx))) return [];
    const services = await listServices(tx);
    const service = services.find(({ id, isActive }) => id === serviceId && isActive);
    if (!service) return [];
    const [mappings, people] = [await listAllMappings(tx), await listPeople(tx)];
    return gapsOf(service, { services, mappings, matchedStaffIds: matchedOf(people), eventTypes: null });
  });
}

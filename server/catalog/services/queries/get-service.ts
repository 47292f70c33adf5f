import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { loadDetails } from "../commands/load-service";
import type { ServiceDetails } from "../schema/view";

/** All there is to know about one service; an archived one too. */
export async function getService(ctx: CompanyContext, { serviceId }: { serviceId: string }): Promise<ServiceDetails> {
  return transact(ctx, (tx) => loadDetails(tx, { serviceId }));
}

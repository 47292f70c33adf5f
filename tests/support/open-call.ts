import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";

/** A call that is under way, and answers its id. */
export async function createOpenCall({
  companyId,
  branchId,
}: {
  companyId: string;
  branchId: string;
}): Promise<string> {
  const id = newId();
  const going = { direction: "inbound", status: "ongoing", startedAt: new Date() } as const;
  await platformClient().call.create({ data: { id, companyId, branchId, retellCallId: `call_${id}`, ...going } });
  return id;
}

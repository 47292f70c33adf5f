import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countComing, type ServiceRow } from "../repository/read";
import type { ArchiveServiceInput } from "../schema/service";
import { requireWholeService, writeChange } from "./load-service";

/** Nobody is offered it any more; what is booked stays, which whoever archives it has to know first. */
export async function archiveService(ctx: CompanyContext, input: ArchiveServiceInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireWholeService(tx, input);
    if (before.deletedAt) return;
    requireNoChainWithIt(before);
    const { count, ...coming } = await countComing(tx, before.id);
    if (count > 0 && !input.isConfirmed)
      throw new AppError({
        code: "PRECONDITION_FAILED",
        reason: "service_has_appointments",
        details: { count, ...coming },
      });
    await writeChange(tx, before, { deletedAt: tx.now });
    recordAudit(tx, {
      action: "archive_services",
      subjectType: "service",
      subjectId: before.id,
      before: { isArchived: false },
      after: { isArchived: true, comingAppointments: count },
    });
  });
}

function requireNoChainWithIt({ segmentsWithIt }: ServiceRow): void {
  if (segmentsWithIt.length === 0) return;
  const services = [...new Set(segmentsWithIt.map(({ service }) => service.name))];
  throw new AppError({ code: "PRECONDITION_FAILED", reason: "service_part_of_chain", details: { services } });
}

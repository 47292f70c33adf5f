import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countPeople, findLinkServices, replaceSegments } from "../repository/chain";
import type { ServiceRow } from "../repository/read";
import { totalMinutes } from "../rules/chain";
import { checkService } from "../rules/editing";
import type { Segment, SetSegmentsInput } from "../schema/chain";
import type { ServiceDetails } from "../schema/view";
import { loadDetails, requireWholeService, writeChange } from "./load-service";

/**
 * Puts a chain in the place of the one before, all of it or nothing; the service takes as long as its chain. Coming
 * appointments keep the segments that they were booked with.
 */
export async function setSegments(ctx: CompanyContext, input: SetSegmentsInput): Promise<ServiceDetails> {
  return transact(ctx, async (tx) => {
    const { serviceId, segments } = input;
    const before = await requireWholeService(tx, input);
    await requirePossible(tx, before, segments);
    const isComposite = segments.length > 0;
    const durationMinutes = isComposite ? totalMinutes(segments).shortest : before.durationMinutes;
    const chain = segments.map((link, position) => (position === 0 ? beginning(link) : link));
    await writeChange(tx, before, { isComposite, durationMinutes });
    await replaceSegments(tx, serviceId, chain);
    const after = await loadDetails(tx, { serviceId });
    recordAudit(tx, {
      action: "edit_services",
      subjectType: "service",
      subjectId: serviceId,
      before: { segments: before.serviceSegments.map(({ name, durationMinutes: minutes }) => ({ name, minutes })) },
      after: { segments: after.segments },
    });
    return after;
  });
}

/** Before the first one nobody has done anything: whoever does it may be anybody. */
const beginning = (link: Segment): Segment => (link.staffMode === "same" ? { ...link, staffMode: "any" } : link);

async function requirePossible(tx: TransactionContext, service: ServiceRow, chain: readonly Segment[]): Promise<void> {
  const isComposite = chain.length > 0;
  const refusal = checkService({ ...service, isComposite });
  if (refusal) throw new AppError(refusal);
  if (isComposite && service.segmentsWithIt.length > 0) throw refused("service_part_of_chain");
  const staffIds = distinct(chain.map(({ staffId }) => staffId));
  if ((await countPeople(tx, staffIds)) < staffIds.length) throw notFound("staff");
  const serviceIds = distinct(chain.map(({ serviceId }) => serviceId));
  const links = await findLinkServices(tx, serviceIds);
  if (links.length < serviceIds.length) throw notFound("service");
  if (links.some((link) => link.id === service.id || link.isComposite || link.capacity > 1))
    throw refused("link_is_no_simple_service");
}

const refused = (reason: string) => new AppError({ code: "VALIDATION_ERROR", reason });
const distinct = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.flatMap((id) => id ?? []))];

import { noteOfferChange } from "@/server/catalog/services/commands/note-offer-change";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countChange, listPeople, writePeople } from "../repository";
import type { ServiceStaffView, SetServiceStaffInput } from "../schema";

/** Says who does a service and on which terms; coming appointments stay with whom they were given to. */
export async function setServiceStaff(ctx: CompanyContext, input: SetServiceStaffInput): Promise<ServiceStaffView[]> {
  return transact(ctx, async (tx) => {
    const { serviceId, people } = input;
    const before = await listPeople(tx, serviceId);
    const seen = before.map(({ staffId }) => staffId);
    const ids = new Set(people.map(({ staffId }) => staffId));
    if (ids.size < people.length) throw new AppError({ code: "VALIDATION_ERROR", reason: "person_named_twice" });
    await noteOfferChange(tx, input);
    if ([...ids].some((staffId) => !seen.includes(staffId))) throw notFound("staff");
    await writePeople(tx, { serviceId, people, seen });
    const after = await listPeople(tx, serviceId);
    const changed = after.filter((one, at) => JSON.stringify(one.terms) !== JSON.stringify(before[at]?.terms));
    await countChange(
      tx,
      changed.map(({ staffId }) => staffId),
    );
    const subject = { subjectType: "service", subjectId: serviceId };
    const [was, is] = [before, after].map(termsOf);
    recordAudit(tx, { action: "edit_services", ...subject, before: { people: was }, after: { people: is } });
    return after;
  });
}

const termsOf = (people: ServiceStaffView[]) =>
  people.flatMap(({ staffId, name, terms }) => (terms ? [{ staffId, name, ...terms }] : []));

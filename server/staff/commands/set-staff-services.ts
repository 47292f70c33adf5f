import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { staffChanged } from "../events";
import type { StaffDetailRow } from "../repository/profiles";
import { changeStaff, writeServices } from "../repository/write";
import type { SetStaffServicesInput, StaffDetails } from "../schema";
import { toStaffDetails } from "../views";
import { requireServices } from "./require-services";
import { requireStaff } from "./require-staff";

/** Says what somebody does and on which terms, in place of what was said before; coming appointments stay as they are. */
export async function setStaffServices(ctx: CompanyContext, input: SetStaffServicesInput): Promise<StaffDetails> {
  return transact(ctx, async (tx) => {
    const { staffId, services } = input;
    const before = await requireStaff(tx, input);
    await requireServices(tx, services);
    await changeStaff(tx, before, {});
    await writeServices(tx, { staffId, services });
    const after = await requireStaff(tx, { staffId });
    recordAudit(tx, {
      action: "edit_staff",
      subjectType: "staff",
      subjectId: staffId,
      before: { services: termsOf(before) },
      after: { services: termsOf(after) },
    });
    await publish(tx, staffChanged, { staffId });
    return toStaffDetails(after);
  });
}

const termsOf = ({ staffServices }: StaffDetailRow) =>
  staffServices.map(({ service, serviceId: _, ...terms }) => ({ service: service.name, ...terms }));

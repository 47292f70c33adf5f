import { beforeEach, expect, it } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  withSandbox,
} from "./connected-company";

withSandbox();
let ours: ConnectedCompany;

/** Both people do it, and one type stands for both. */
beforeEach(async () => {
  ours = await createConnectedCompany();
  const { companyId } = ours.company;
  const { eventTypes } = await steer("/calcom");
  const { ownerId } = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId);
  const id = ours.eventTypeId * 1000;
  const type = { title: "Beratung", slug: "beratung", lengthInMinutes: 30, confirmationPolicy: { type: "always" } };
  await steer("/calcom/seed", { apiKey: ours.apiKey, eventTypes: [{ ...type, id, ownerId }] });
  await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId } });
  await platformClient().teamEventTypeMapping.create({
    data: {
      ...{ id: newId(), companyId, title: "Beratung", slug: "beratung", lengthMinutes: 30, calcomEventTypeId: id },
      ...{ serviceId: ours.service.id, staffId: null },
    },
  });
  const offer = { id: newId(), companyId, serviceId: ours.service.id, staffId: ours.colleague.id };
  await platformClient().staffService.createMany({ data: [offer], skipDuplicates: true });
});

const push = (appointmentId: string) => pushAppointment(jobFor(ours), { appointmentId });

it("shows a second appointment of one customer at the same time as refused: it is answered with the booking of the first", async () => {
  const first = await book(ours);
  const second = await book(ours, { staffId: ours.colleague.id });
  expect(await push(first)).toEqual({ state: "synced" });
  expect(await push(second)).toMatchObject({ state: "failed" });
  expect(await push(first)).toEqual({ state: "synced" });
  expect(await standing(ours)).toMatchObject([{ metadata: { appointmentId: first } }]);
  expect(await appointmentRow(second)).toMatchObject({
    calcomSyncStatus: "failed",
    calcomSyncError: expect.stringContaining("another booking"),
    calcomBookingUid: null,
  });
});

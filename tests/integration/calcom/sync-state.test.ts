import { beforeEach, expect, it } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { syncAppointment } from "@/server/calcom/commands/sync-appointment";
import { listConflicts } from "@/server/calcom/conflicts/queries/list-conflicts";
import { getSyncState } from "@/server/calcom/queries/get-sync-state";
import { setStrategies } from "@/server/calcom/reconciliation/commands/set-strategies";
import { ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  book,
  type ConnectedCompany,
  connect,
  createConnectedCompany,
  jobFor,
  mapRow,
  withSandbox,
} from "./connected-company";
import { moveThere } from "./inbound-deliveries";
import { pushAll, reconcile } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;
beforeEach(async () => {
  ours = await createConnectedCompany();
});

const owner = () => ownerOf(ours.company);
const stateOf = (appointmentId: string) => getSyncState(owner(), { appointmentId });

it("leads to the booking over there, and offers to write what is not there", async () => {
  const appointmentId = await book(ours);
  expect(await stateOf(appointmentId)).toEqual({
    ...{ isConnected: true, bookingUrl: null, waitsFor: null, canBeWritten: true },
  });
  await syncAppointment(owner(), { appointmentId });
  await pushAll(ours);
  const { calcomBookingUid } = await mapRow(appointmentId);
  expect(await stateOf(appointmentId)).toMatchObject({
    bookingUrl: expect.stringMatching(new RegExp(`^https?://.+/booking/${calcomBookingUid}$`)),
    canBeWritten: false,
  });
  await connect(ours, null);
  expect(await stateOf(await book(ours, { startsAt: wednesdayAt(12) }))).toMatchObject({
    isConnected: false,
    canBeWritten: false,
  });
});

it("leads to the decision that it waits for, and to no other", async () => {
  const [one, other] = [await book(ours), await book(ours, { startsAt: wednesdayAt(12) })];
  for (const appointmentId of [one, other]) await pushAppointment(jobFor(ours), { appointmentId });
  await setStrategies(owner(), { strategies: { time_mismatch: "manual" } });
  await moveThere((await mapRow(one)).calcomBookingUid ?? "", wednesdayAt(15));
  await moveThere((await mapRow(other)).calcomBookingUid ?? "", wednesdayAt(16));
  await reconcile(ours);
  expect(await stateOf(one)).toMatchObject({ waitsFor: "needs_decision", canBeWritten: false });
  const waiting = (appointmentId?: string) => listConflicts(owner(), { state: "open", limit: 25, appointmentId });
  expect((await waiting()).items).toHaveLength(2);
  expect((await waiting(one)).items.map(({ ours: side }) => side?.appointmentId)).toEqual([one]);
});

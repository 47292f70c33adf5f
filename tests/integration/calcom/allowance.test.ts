import { expect, it } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { listIntegrations } from "@/server/integrations/queries/list-integrations";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { book, createConnectedCompany, jobFor, steer, there, withSandbox } from "./connected-company";

let now = NOW;
withSandbox({ now: () => now, calcomRateLimit: 2 });

it("stops by itself when the key's allowance is used up, and goes on when there is a new one", async () => {
  const ours = await createConnectedCompany();
  const push = async (hour: number) =>
    pushAppointment(jobFor(ours, now), { appointmentId: await book(ours, { startsAt: wednesdayAt(hour) }) });
  expect(await push(10)).toEqual({ state: "synced" });
  expect(await push(11)).toEqual({ state: "synced" });
  expect(await push(12)).toMatchObject({ state: "waiting", seconds: 60 });
  const [calcom] = await listIntegrations(ownerOf(ours.company, now));
  expect(calcom).toMatchObject({ status: "connected", errorCount: 0, circuit: "open" });
  now = new Date(NOW.getTime() + 60_000);
  expect(await push(13)).toEqual({ state: "synced" });
  expect(await there(ours)).toHaveLength(3);
});

it("leaves the last of it to what people wait for, and lets them go first when there is a new one", async () => {
  await steer("/calcom/rate-limit", { perMinute: 12 });
  now = new Date(NOW.getTime() + 600_000);
  const ours = await createConnectedCompany();
  const at = wednesdayAt;
  const starts = [9, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14, 14.5, 15, 15.5].map((hour) => at(0, hour * 60));
  const push = async (nr: number, isPatient = false) =>
    pushAppointment(jobFor(ours, now), {
      appointmentId: await book(ours, { startsAt: starts[nr] ?? at(16) }),
      isPatient,
    });
  for (let nr = 0; nr < 11; nr++) expect(await push(nr)).toEqual({ state: "synced" });
  const owed = await book(ours, { startsAt: at(16) });
  const pushOwed = () => pushAppointment(jobFor(ours, now), { appointmentId: owed, isPatient: true });
  expect(await pushOwed()).toMatchObject({ state: "waiting", seconds: 60 });
  expect(await push(11)).toEqual({ state: "synced" });
  now = new Date(now.getTime() + 61_000);
  expect(await pushOwed()).toMatchObject({ state: "waiting", seconds: 9 });
  expect(await push(12)).toEqual({ state: "synced" });
  now = new Date(now.getTime() + 10_000);
  expect(await pushOwed()).toEqual({ state: "synced" });
});

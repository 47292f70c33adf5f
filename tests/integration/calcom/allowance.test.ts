import { expect, it } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { listIntegrations } from "@/server/integrations/queries/list-integrations";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { book, createConnectedCompany, jobFor, there, withSandbox } from "./connected-company";

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

import { afterEach, expect, it, vi } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { book, createConnectedCompany, jobFor, standing, there, withSandbox } from "./connected-company";

withSandbox();
afterEach(() => vi.restoreAllMocks());

/** The first booking that is asked for is under way until it is let go; counts all of them. */
function holdFirstBooking() {
  const send = globalThis.fetch;
  const asked = vi.fn<() => void>();
  let letGo = () => {};
  const isLetGo = new Promise<void>((done) => {
    letGo = done;
  });
  const isUnderWay = new Promise<void>((done) => {
    vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
      if (init?.method !== "POST" || !String(url).endsWith("/bookings")) return send(url, init);
      asked();
      const isFirst = asked.mock.calls.length === 1;
      done();
      if (isFirst) await isLetGo;
      return send(url, init);
    });
  });
  return { asked, isUnderWay, letGo };
}

it("makes one booking when an appointment is pushed while the same is under way", async () => {
  const ours = await createConnectedCompany();
  const appointmentId = await book(ours);
  const push = () => pushAppointment(jobFor(ours), { appointmentId });
  const held = holdFirstBooking();
  const first = push();
  await held.isUnderWay;
  const second = await push();
  held.letGo();
  expect(await first).toEqual({ state: "synced" });
  expect(second).toMatchObject({ state: "waiting" });
  expect(held.asked).toHaveBeenCalledTimes(1);
  expect(await there(ours)).toHaveLength(1);
  expect(await push()).toEqual({ state: "synced" });
  expect(await standing(ours)).toHaveLength(1);
});

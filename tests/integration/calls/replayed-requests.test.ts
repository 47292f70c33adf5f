import Retell from "retell-sdk";
import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { type Answer, ask, askRaw, invocationsOf, RETELL_KEY } from "../../support/telephone";

let salon: SalonLine;
beforeEach(async () => {
  salon = await createSalonLine();
  await platformClient().company.update({
    where: { id: salon.company.companyId },
    data: { settings: { verification: "none" } },
  });
});

const ours = () => ({ companyId: salon.company.companyId });
const wednesday = coming(3);

/** One signed request, to be sent as often as somebody likes. */
async function request(name: string, args: Record<string, unknown>): Promise<() => Promise<Answer>> {
  const raw = JSON.stringify({ name, call: salon.call, args });
  const signature = await Retell.sign(raw, RETELL_KEY);
  return async () => (await askRaw(name, raw, { signature })).json() as Promise<Answer>;
}

describe("the same signed request", () => {
  it("books once and for all, also after the appointment was cancelled", async () => {
    const send = await request("book-appointment", { service: "Massage", starts_at: iso(wednesday, 10) });
    const first = await send();
    expect(first).toMatchObject({ status: "ok" });
    expect(await ask("cancel-appointment", salon.call, { appointment_id: first.appointment_id })).toMatchObject({
      status: "ok",
    });
    expect(await send()).toEqual(first);
    expect(await platformClient().appointment.count({ where: ours() })).toBe(1);
    expect(await platformClient().appointment.count({ where: { ...ours(), status: "confirmed" } })).toBe(0);
    expect(await invocationsOf({ ...ours(), name: "book-appointment" })).toHaveLength(1);
  });

  it("takes the call's newer offers away from nobody", async () => {
    const send = await request("check-availability", { service: "Massage", date: wednesday, time: "10:00" });
    const older = await send();
    const newer = await ask("check-availability", salon.call, { service: "Massage", date: coming(4), time: "11:00" });
    expect(await send()).toEqual(older);
    const holds = await platformClient().slotHold.findMany({ where: ours() });
    expect(JSON.stringify(holds)).toContain(newer.slot.slot_id);
  });

  it("costs one try of a code, however often it comes", async () => {
    await platformClient().company.update({ where: { id: salon.company.companyId }, data: { settings: {} } });
    await ask("send-code", salon.call, {});
    const send = await request("verify-code", { code: "1" });
    for (let i = 0; i < 3; i++) expect(await send()).toMatchObject({ status: "needs_input" });
    expect(await platformClient().call.findFirst({ where: ours() })).toMatchObject({ verificationTries: 1 });
  });

  it("is carried out once when it comes many times at the same moment", async () => {
    await ask("company-info", salon.call, {});
    const send = await request("request-callback", { reason: "Rechnung" });
    const answers = await Promise.all(Array.from({ length: 5 }, send));
    expect(answers[0]).toMatchObject({ status: "ok", callback_id: expect.any(String) });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await invocationsOf({ ...ours(), name: "request-callback" })).toHaveLength(1);
  });
});

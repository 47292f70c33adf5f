import { beforeEach, describe, expect, it } from "vitest";
import { type FunctionName, functionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { coming, iso } from "../../support/coming-days";
import { createService } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const wednesday = coming(3);
const complete = { service: "Massage", starts_at: iso(wednesday, 9), customer_name: "Ada Lovelace" };
const countOf = async () => ({
  appointments: await platformClient().appointment.count({ where: ours() }),
  codes: await platformClient().outboxEvent.count({ where: { ...ours(), name: "call/verification.requested" } }),
});
const callbacks = () => platformClient().callbackRequest.findMany({ where: ours() });
const others = (...names: FunctionName[]) => functionName.options.filter((name) => !names.includes(name));

describe("an emergency", () => {
  const cry = "Ich habe starke Brustschmerzen";
  it.each([
    ["a listed argument", { customer_notes: cry }],
    ["a list", { services: [cry] }],
    ["an argument that no function has", { utterance: { last: [cry] } }],
    ["the end of a long speech", { text: `${"und dann war da noch etwas. ".repeat(60)}${cry}` }],
    ["the middle of a speech that nobody makes", { text: `${"x ".repeat(3_000)}${cry}${" x".repeat(3_000)}` }],
    ["what is asked about the business", { topic: cry }],
  ])("is heard by every function in %s", async (_where, args) => {
    for (const name of others("request-callback")) {
      const answer = await ask(name, salon.call, { ...complete, ...args });
      expect(answer, name).toMatchObject({ status: "not_allowed", reason: "emergency", emergency: "medical" });
      expect(answer.say).toContain("112");
    }
    expect(await countOf()).toEqual({ appointments: 0, codes: 0 });
  });

  it("makes the callback an urgent one", async () => {
    const answer = await ask("request-callback", salon.call, { reason: cry });
    expect(answer).toMatchObject({ status: "ok", reason: "emergency", callback_id: expect.any(String) });
    expect(answer.say).toMatch(/112.*wir rufen Sie zurück/);
    expect(await callbacks()).toMatchObject([{ priority: "urgent", reason: cry, phone: salon.number }]);
    const hidden = ringing(salon.company, { from_number: "anonymous" });
    expect(await ask("request-callback", hidden, { reason: cry })).toMatchObject({
      status: "needs_input",
      missing: ["phone_number"],
      say: expect.stringContaining("112"),
    });
  });

  it("is not the name of a service, nor what happened years ago", async () => {
    const name = "Krankengymnastik nach Schlaganfall";
    await createService(salon.company, { name, durationMinutes: 30 });
    for (const [hour, args] of [
      [9, { service: name }],
      [11, { customer_notes: "hatte 2019 einen Herzinfarkt" }],
    ] as const)
      expect(
        await ask("book-appointment", salon.call, { ...complete, starts_at: iso(wednesday, hour), ...args }),
      ).toMatchObject({ status: "ok" });
    expect(
      await ask("book-appointment", salon.call, {
        ...complete,
        service: `${name}, ich glaube, das ist ein Schlaganfall`,
      }),
    ).toMatchObject({ reason: "emergency" });
  });
});

describe("the wish for a person", () => {
  const wish = "Ich will mit einem Mitarbeiter sprechen";
  it("comes before whatever the function would do", async () => {
    for (const name of others("request-callback", "transfer-target"))
      for (const args of [{ wish }, { topic: "Mitarbeiter" }, { customer_name: wish }, { services: [wish] }])
        expect(await ask(name, salon.call, { ...complete, ...args }), name).toMatchObject({
          status: "not_allowed",
          reason: "asked_for_a_person",
          next_function: "request-callback",
        });
    expect(await countOf()).toEqual({ appointments: 0, codes: 0 });
  });

  it("leaves a name that is one, and a note, as they are", async () => {
    const args = { ...complete, customer_name: "Mensch", customer_notes: "Kollegin von Anna" };
    expect(await ask("book-appointment", ringing(salon.company), args)).toMatchObject({ status: "ok" });
  });

  it("is put through while somebody is there, and not when nobody is", async () => {
    const { branchId: id } = salon.company;
    await platformClient().branch.update({ where: { id }, data: { fallbackPhone: "+493023125000" } });
    await platformClient().workingHour.deleteMany({ where: { ...ours(), ownerType: "branch" } });
    const allDay = { ...ours(), ownerType: "branch" as const, branchId: id, startTime: "00:00", endTime: "24:00" };
    await platformClient().workingHour.createMany({
      data: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ ...allDay, id: newId(), dayOfWeek })),
    });
    expect(await ask("transfer-target", salon.call, { reason: wish })).toMatchObject({
      status: "ok",
      number: "+493023125000",
    });
    expect(await ask("check-availability", salon.call, { wish })).toMatchObject({
      transfer: { number: "+493023125000" },
    });
    const own = { fallbackPhone: salon.company.toNumber, phone: salon.company.toNumber };
    await platformClient().branch.update({ where: { id }, data: own });
    expect(await ask("transfer-target", salon.call, { reason: wish })).toMatchObject({ number: null });
    await platformClient().branch.update({ where: { id }, data: { phone: "+493023125001" } });
    expect(await ask("transfer-target", ringing(salon.company), { reason: wish })).toMatchObject({
      number: "+493023125001",
    });
    await platformClient().workingHour.deleteMany({ where: { ...ours(), ownerType: "branch" } });
    expect(await ask("transfer-target", salon.call, {})).toMatchObject({
      status: "unavailable",
      number: null,
      next_function: "request-callback",
    });
    const closed = await ask("check-availability", salon.call, { wish });
    expect(closed).toMatchObject({ transfer: { number: null }, say: expect.stringContaining("ruft Sie zurück") });
  });
});

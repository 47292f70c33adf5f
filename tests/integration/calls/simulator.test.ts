import { beforeAll, describe, expect, it } from "vitest";
import { converse } from "@/server/calls/simulator/commands/converse";
import { playScenario } from "@/server/calls/simulator/commands/play-scenario";
import { stageSalon } from "@/server/calls/simulator/commands/stage-salon";
import { SCENARIOS } from "@/server/calls/simulator/rules/scenarios/all";
import { type ConverseInput, type SimulatedCall, simulatedCall } from "@/server/calls/simulator/schema";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";

let salon: SalonLine;
// One for all: what is played leaves nothing behind.
beforeAll(async () => {
  salon = await createSalonLine();
});
const owner = () => ownerOf(salon.company, new Date());

/** How many rows there are of whatever a call can leave behind. */
async function traces() {
  const client = platformClient();
  const counts = [
    client.company,
    client.call,
    client.appointment,
    client.callbackRequest,
    client.customer,
    client.outboxEvent,
  ];
  const found: number[] = [];
  for (const table of [...counts, client.slotHold, client.activityLog, client.staffOccupancy, client.webhookLog])
    found.push(await (table as typeof client.call).count());
  return found;
}

const saidBy = ({ steps }: SimulatedCall, role: string) =>
  steps.flatMap((step) => (step.kind === "said" && step.role === role ? step.text : []));
const asked = ({ steps }: SimulatedCall) => steps.flatMap((step) => (step.kind === "asked" ? step : []));

describe("a written conversation", () => {
  it.each(SCENARIOS.map(({ name }) => name))("ends in the simulator as it should: %s", async (scenario) => {
    const played = simulatedCall.parse(await playScenario(owner(), { scenario }));
    expect(played.checks?.filter(({ isRight }) => !isRight)).toEqual([]);
    expect(played.checks?.length).toBeGreaterThan(0);
    expect(asked(played).length).toBe(
      SCENARIOS.find(({ name }) => name === scenario)?.script.filter((step) => "function" in step).length,
    );
  });

  it("leaves nothing behind, and shows what stood there", async () => {
    const before = await traces();
    const played = await playScenario(owner(), { scenario: "a new caller says who they are" });
    expect(played.appointments).toMatchObject([{ isNew: true, at: "2026-12-03 10:00", customer: "Katharina Weiß" }]);
    expect(played.appointments[0]?.explanation).toBeTruthy();
    expect(played.outcome).toBe("booked");
    expect(await traces()).toEqual(before);
    await expect(playScenario(owner(), { scenario: "nobody wrote it" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("says which check failed when the world is another one", async () => {
    const { grade } = await import("@/server/calls/simulator/rules/grade");
    const [scenario] = SCENARIOS.filter(({ name }) => name === "a new caller says who they are");
    const nothing = {
      appointments: [],
      callbacks: [],
      feesCents: 0,
      outcome: "info",
      kept: "nothing" as const,
      customers: 0,
    };
    const graded = scenario && grade(scenario, { steps: [], before: nothing, after: nothing });
    expect(graded?.bookingsRight).toBe(0);
    expect(graded?.wrongs).toContain("field service: –, not Damenhaarschnitt");
    expect(graded?.wrongs).toContain("outcome: info, not booked");
  });

  it("takes place in a salon that the database lets nobody keep", async () => {
    const ctx = companyContext({ companyId: newId(), actor: owner().actor });
    const [scenario] = SCENARIOS;
    if (!scenario) throw new Error("there are scenarios");
    await expect(transact(ctx, (tx) => stageSalon(tx, scenario))).rejects.toThrow(/does not outlive/);
    expect(await platformClient().company.count({ where: { id: ctx.companyId } })).toBe(0);
  });
});

describe("a typed conversation", () => {
  const startedAt = new Date();
  const talk = (turns: (string | { readsCode: true })[], more: Partial<ConverseInput> = {}) =>
    converse(owner(), {
      ...{ branchId: salon.company.branchId, from: salon.number, startedAt, isOver: false, isFailing: false, ...more },
      turns: turns.map((turn) => (typeof turn === "string" ? { text: turn, readsCode: false } : { text: "", ...turn })),
    });

  it("books with the company's own services, shows each step, and books nothing", async () => {
    const before = await traces();
    const said = ["Ich hätte gern einen Termin für einen Damenhaarschnitt, übermorgen um zehn Uhr.", "Ja, gern."];
    const played = await talk(said, { isOver: true });
    expect(saidBy(played, "user")).toEqual(said);
    expect(asked(played).map(({ function: name }) => name)).toContain("book-appointment");
    expect(asked(played).every(({ answer, durationMs }) => typeof answer.say === "string" && durationMs > 0)).toBe(
      true,
    );
    expect(played).toMatchObject({ outcome: "booked", checks: null });
    expect(played.appointments).toMatchObject([
      { service: "Damenhaarschnitt", customer: "Anna Schneider", isNew: true },
    ]);
    expect(await traces()).toEqual(before);
  });

  it("asks for what is missing: service, time, name", async () => {
    const played = await talk(
      ["Ich brauche einen Termin.", "Massage", "morgen in einer Woche um elf Uhr", "Ja", "Eva Stern"],
      { from: "0171 3920077" },
    );
    expect(played.appointments).toMatchObject([{ service: "Massage", customer: "Eva Stern" }]);
  });

  it("takes the code from the text message that nobody is sent", async () => {
    await platformClient().company.update({
      where: { id: salon.company.companyId },
      data: { settings: { verification: "code" } },
    });
    const first = await talk(["Ich muss meinen Termin absagen."]);
    expect(first.hasCode).toBe(true);
    const then = await talk(["Ich muss meinen Termin absagen.", { readsCode: true }]);
    expect(saidBy(then, "user")[1]).toMatch(/^Der Code ist \d{6}\.$/);
    expect(asked(then).at(-1)?.answer).toMatchObject({ status: "unavailable", reason: "no_appointment" });
  });

  it("leads to a person, and to help", async () => {
    const played = await talk(["Rufen Sie mich bitte zurück, es geht um eine Reklamation."], { isOver: true });
    expect(played.callbacks).toHaveLength(1);
    const emergency = await talk(["Ich habe starke Brustschmerzen und brauche einen Termin"]);
    expect(JSON.stringify(asked(emergency))).toContain("112");
  });

  it("has somebody call back who says yes to that, and nobody who says no", async () => {
    const cancel = "Ich muss meinen Termin absagen.";
    const played = await talk([cancel, "Ja, bitte", "0171 3920078"], { from: null });
    expect(saidBy(played, "agent")[1]).toMatch(/Soll Sie jemand zurückrufen\?$/);
    expect(asked(played).map(({ function: name }) => name)).toEqual([
      "cancel-appointment",
      "request-callback",
      "request-callback",
    ]);
    expect(played.callbacks).toHaveLength(1);
    expect((await talk([cancel, "Nein danke"], { from: null })).callbacks).toEqual([]);
  });

  it.each(["+493055512340", null])(
    "in which nothing works leads to the fallback number %s, and to a callback",
    async (number) => {
      const { companyId } = salon.company;
      await platformClient().branch.updateMany({ where: { companyId }, data: { fallbackPhone: number } });
      const before = await traces();
      const played = await talk(["Ich brauche einen Termin."], { isFailing: true, isOver: true });
      expect(asked(played).map(({ answer }) => answer.status)).toEqual(asked(played).map(() => "error"));
      expect(asked(played).at(-1)?.answer).toMatchObject({ reason: "failed_again", transfer: { number } });
      expect(saidBy(played, "agent").at(-1)).toMatch(number ? /ich verbinde Sie/ : /Was darf ich ausrichten/);
      expect(played.callbacks).toMatchObject([{ priority: "urgent" }]);
      expect(await traces()).toEqual(before);
    },
  );

  it("knows no other company's branch, and nobody of another company by their number", async () => {
    const theirs = await createTenantWithCompany();
    const input = { from: salon.number, startedAt, isOver: false, isFailing: false, turns: [] };
    await expect(converse(owner(), { ...input, branchId: theirs.branchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const asTheirs = await converse(ownerOf(theirs, new Date()), {
      ...{ ...input, branchId: theirs.branchId },
      turns: [{ text: "Wann habe ich meinen nächsten Termin?", readsCode: false }],
    });
    expect(JSON.stringify(asTheirs)).not.toContain("Schneider");
  });
});

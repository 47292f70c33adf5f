import { beforeEach, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { processCallEvents } from "../../support/process-calls";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, sendEvent } from "../../support/telephone";

let line: SalonLine;
beforeEach(async () => {
  line = await createSalonLine();
});

const ours = () => ({ companyId: line.company.companyId });

/** The call ends, and the agent has said this in it. */
async function hangUp(...said: string[]): Promise<void> {
  const transcript_object = said.map((content) => ({ role: "agent", content, words: [] }));
  const ended = { call_status: "ended", end_timestamp: line.call.start_timestamp + 60_000, transcript_object };
  await sendEvent("call_ended", { ...line.call, ...ended, disconnection_reason: "user_hangup" });
  await processCallEvents(line.company);
}

async function book(day: number): Promise<void> {
  const args = { service: "Massage", starts_at: iso(coming(day), 10) };
  expect(await ask("book-appointment", line.call, args)).toMatchObject({ status: "ok" });
}

const alarms = () => platformClient().call.findMany({ where: ours(), select: { alarm: true, outcome: true } });
const reasons = async () => {
  const found = await platformClient().callbackRequest.findMany({ where: ours() });
  return found.map(({ reason }) => reason);
};

it("an agent that says two are booked where one is raises the alarm, and says how many", async () => {
  await book(3);
  await hangUp("Wunderbar, beide Termine sind gebucht.");
  expect(await alarms()).toEqual([{ alarm: "claimed_booking", outcome: "booked" }]);
  expect(await reasons()).toEqual([
    "Im Gespräch wurden 2 Termine zugesagt, gebucht ist 1: „Wunderbar, beide Termine sind gebucht.“",
  ]);
});

it("two times that are said to be booked, in sentences of their own, are two", async () => {
  await book(3);
  const [first, second] = [3, 4].map((days) => {
    return new Intl.DateTimeFormat("de", { day: "numeric", month: "long" }).format(
      new Date(`${coming(days)}T12:00:00Z`),
    );
  });
  await hangUp(`Am ${first} um zehn Uhr ist gebucht.`, `Und am ${second} um zehn Uhr ist auch gebucht.`);
  expect(await alarms()).toEqual([{ alarm: "claimed_booking", outcome: "booked" }]);
});

it("as many as were booked, or the same one said twice, is the truth", async () => {
  await book(3);
  await book(4);
  await hangUp("Beide Termine sind gebucht.", "Wie gesagt: Beide sind eingetragen.");
  expect(await alarms()).toEqual([{ alarm: null, outcome: "booked" }]);
  expect(await reasons()).toEqual([]);
});

it("tells the team in the language of the business, whatever is spoken on the line", async () => {
  line = await createSalonLine({ locale: "en" });
  await hangUp("Ihr Termin ist gebucht.");
  expect(await reasons()).toEqual([
    "An appointment was promised in the call that is not booked: “Ihr Termin ist gebucht.”",
  ]);
});

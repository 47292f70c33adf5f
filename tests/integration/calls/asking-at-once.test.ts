import { beforeEach, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { type Answer, ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const slotsOf = ({ slots, next_available_slots }: Answer): Offered[] => [...slots, ...next_available_slots];

interface Offered {
  slot_id: string;
  staff_id: string;
  starts_at: string;
}

it("offers no two of those who ask at once the same time, and each offer is held", async () => {
  const callers = Array.from({ length: 8 }, (_, n) => ringing(salon.company, { from_number: `+4930231250${30 + n}` }));
  const asked = { service: "Damenhaarschnitt", date: wednesday, time: "10:00" };
  const answers = await Promise.all(callers.map((call) => ask("check-availability", call, asked)));
  expect(answers.map(({ status }) => status)).not.toContain("error");
  const asWished = answers.filter(({ available }) => available);
  expect(asWished.map(({ slot }) => slot.starts_at)).toEqual([iso(wednesday, 10)]);

  const offered: Offered[] = answers.flatMap(slotsOf);
  const taken = new Set(offered.map(({ staff_id, starts_at }) => `${staff_id} ${starts_at}`));
  expect(taken.size).toBe(offered.length);
  const holds = await platformClient().slotHold.findMany({ where: ours(), select: { offers: true } });
  const held = holds.flatMap(({ offers }) => (offers as { slotId: string }[]).map(({ slotId }) => slotId));
  expect(new Set(held)).toEqual(new Set(offered.map(({ slot_id }) => slot_id)));
});

it("keeps each question once, also one that had to begin again", async () => {
  const callers = Array.from({ length: 6 }, (_, n) => ringing(salon.company, { from_number: `+4930231250${50 + n}` }));
  const asked = { service: "Damenhaarschnitt", date: wednesday, time: "10:00" };
  await Promise.all(callers.map((call) => ask("check-availability", call, asked)));
  expect(await platformClient().callFunctionInvocation.count({ where: ours() })).toBe(callers.length);
  expect(await platformClient().call.count({ where: ours() })).toBe(callers.length);
});

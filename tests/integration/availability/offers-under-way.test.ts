import { beforeEach, expect, it } from "vitest";
import { offerSlotsLastly } from "@/server/availability/commands/offer-slots";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { timesUnderWay } from "@/server/availability/repository/offers-under-way";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { rehearse } from "@/server/core/rehearse";
import { transact } from "@/server/core/transact";
import { agentOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt } from "../../support/booking";
import { createOpenCall } from "../../support/open-call";

let ours: BookableCompany;
let [first, second] = ["", ""];
beforeEach(async () => {
  ours = await createBookableCompany();
  [first, second] = [await createOpenCall(ours.company), await createOpenCall(ours.company)];
});

const query = (callId: string) => {
  const { company, service } = ours;
  return {
    branchId: company.branchId,
    serviceId: service.id,
    from: wednesdayAt(10),
    until: wednesdayAt(10, 45),
    callId,
  };
};
const free = async (callId: string, ctx: CompanyContext = agentOf(ours.company, callId)) =>
  (await searchSlots(ctx, query(callId))).slots.length;

/** Offers the first call all that is free, and looks around before that is committed. */
async function offer(tx: TransactionContext, lookAround: () => Promise<void>) {
  const { slots } = await searchSlots(tx, query(first));
  expect(offerSlotsLastly(tx, { ...query(first), slots })).toHaveLength(3);
  await lookAround();
}

it("is known to other calls of this process before it is committed, and goes on to be held", async () => {
  await transact(agentOf(ours.company, first), (tx) =>
    offer(tx, async () => {
      expect(await free(second)).toBe(0);
      expect(await free(first, tx)).toBe(3);
    }),
  );
  expect(await free(second)).toBe(0);
});

it("leaves nothing behind where it was undone", async () => {
  const undone = transact(agentOf(ours.company, first), (tx) =>
    offer(tx, async () => {
      throw new Error("undone");
    }),
  );
  await expect(undone).rejects.toThrow("undone");
  expect(await free(second)).toBe(3);
});

it("counts for a question that was on its way when it ended, and for none that is asked later", async () => {
  let askedAtMs = 0;
  await transact(agentOf(ours.company, first), (tx) =>
    offer(tx, async () => {
      askedAtMs = performance.now();
    }),
  );
  const asked = { companyId: ours.company.companyId, callId: second };
  expect(timesUnderWay({ ...asked, askedAtMs })).toHaveLength(3);
  expect(timesUnderWay({ ...asked, askedAtMs: performance.now() })).toEqual([]);
});

it("means nothing to others where it is only tried out", async () => {
  await rehearse(agentOf(ours.company, first), (tx) =>
    offer(tx, async () => {
      expect(await free(second)).toBe(3);
    }),
  );
});

it("is nothing that another company could see", async () => {
  const theirs = await createBookableCompany();
  await transact(agentOf(ours.company, first), (tx) =>
    offer(tx, async () => {
      ours = theirs;
      expect(await free(await createOpenCall(theirs.company))).toBe(3);
    }),
  );
});

import { beforeEach, describe, expect, it } from "vitest";
import { listCallbacks } from "@/server/appointments/callbacks/queries/list-callbacks";
import { markReviewed } from "@/server/calls/commands/mark-reviewed";
import { getCall } from "@/server/calls/queries/get-call";
import { getCallStats } from "@/server/calls/queries/get-call-stats";
import { listCalls } from "@/server/calls/queries/list-calls";
import { listLines } from "@/server/calls/queries/list-lines";
import { listCallsInput } from "@/server/calls/schema";
import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { MINUTE } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { createBookableCompany } from "../../support/booking";
import { coming } from "../../support/coming-days";
import { createBranch } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, createTelephoneCompany } from "../../support/telephone";

let salon: SalonLine;

beforeEach(async () => {
  salon = await createSalonLine();
});

const owner = () => ownerOf(salon.company, new Date());
const list = (input: Record<string, unknown> = {}) => listCalls(owner(), listCallsInput.parse(input));

let minutes = 0;
async function createCall(overrides: Partial<Prisma.CallUncheckedCreateInput> = {}) {
  const { companyId, branchId } = salon.company;
  const startedAt = new Date(Date.now() - minutes++ * MINUTE);
  const id = newId();
  const fixed = { id, companyId, branchId, retellCallId: `call_${id}`, direction: "inbound", status: "ended" } as const;
  return platformClient().call.create({ data: { ...fixed, startedAt, durationSec: 60, ...overrides } });
}

describe("the list of calls", () => {
  it("is turned page by page, the newest first, each call once", async () => {
    const made = [];
    for (let i = 0; i < 7; i++) made.push(await createCall());
    const pages = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ limit: 3, cursor });
      pages.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(made.map(({ id }) => id));
  });

  it("is narrowed by what a page can filter", async () => {
    const other = await createBranch(salon.company);
    const plain = await createCall({ outcome: "info", sentiment: "neutral", reviewedAt: new Date() });
    const booked = await createCall({
      outcome: "booked",
      sentiment: "positive",
      isAppointmentMade: true,
      durationSec: 200,
    });
    const away = await createCall({
      branchId: other.id,
      direction: "outbound",
      startedAt: new Date(0),
      status: "not_connected",
    });
    const ids = async (input: Record<string, unknown>) => (await list(input)).items.map(({ id }) => id);
    expect(await ids({ outcome: ["booked"] })).toEqual([booked.id]);
    expect(await ids({ sentiment: ["neutral"] })).toEqual([plain.id]);
    expect(await ids({ hasAppointment: true })).toEqual([booked.id]);
    expect(await ids({ isReviewed: true })).toEqual([plain.id]);
    expect(await ids({ isReviewed: false, branchId: salon.company.branchId })).toEqual([booked.id]);
    expect(await ids({ direction: "outbound" })).toEqual([away.id]);
    expect(await ids({ status: ["not_connected"] })).toEqual([away.id]);
    expect(await ids({ until: new Date(1000).toISOString() })).toEqual([away.id]);
    expect(await ids({ minDurationSec: 100 })).toEqual([booked.id]);
  });

  it("is narrowed by agent and by our own number, among those that there are", async () => {
    const lines = await listLines(owner());
    expect(lines).toMatchObject({ agents: [{ name: "Telefonassistentin" }], numbers: [{ branch: {} }] });
    const [agentId, phoneNumberId] = [lines.agents[0]?.id, lines.numbers[0]?.id];
    const call = await createCall({ agentId, phoneNumberId });
    await createCall();
    expect((await list({ agentId })).items.map(({ id }) => id)).toEqual([call.id]);
    expect((await list({ phoneNumberId })).items.map(({ id }) => id)).toEqual([call.id]);
    expect((await list({ phoneNumberId: newId() })).items).toEqual([]);
    const elsewhere = { ...owner(), restriction: { branchIds: [(await createBranch(salon.company)).id] } };
    expect((await listLines(elsewhere)).numbers).toEqual([]);
    expect(await listLines(ownerOf((await createBookableCompany()).company))).toEqual({ agents: [], numbers: [] });
  });

  it("finds a caller by a name with a typo, a number in any notation, and the summary", async () => {
    const call = await createCall({
      customerId: salon.anna.id,
      fromNumber: salon.number,
      summary: "Fragte nach Balayage.",
    });
    await createCall({ fromNumber: "+491713920099" });
    for (const search of ["Schnaider", "0171 / 3920-001", "balayage"])
      expect((await list({ search })).items.map(({ id }) => id)).toEqual([call.id]);
  });

  it("shows nobody another company's calls", async () => {
    const theirs = await createTelephoneCompany();
    const call = await createCall();
    const stranger = ownerOf(theirs, new Date());
    expect((await listCalls(stranger, listCallsInput.parse({}))).items).toEqual([]);
    await expect(getCall(stranger, { callId: call.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(markReviewed(stranger, { callId: call.id, isReviewed: true })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("shows only the branches that somebody works in", async () => {
    const other = await createBranch(salon.company);
    await createCall({ branchId: other.id });
    const ctx = { ...owner(), restriction: { branchIds: [salon.company.branchId] } };
    expect((await listCalls(ctx, listCallsInput.parse({}))).items).toEqual([]);
    expect(await getCallStats(ctx, {})).toMatchObject({ total: 0 });
  });
});

describe("the figures above it", () => {
  it("count what happened, and leave out what was never a conversation", async () => {
    await createCall({ isAppointmentMade: true, outcome: "booked", durationSec: 100 });
    await createCall({ outcome: "info", durationSec: 50, reviewedAt: new Date() });
    await createCall({ outcome: "abandoned", durationSec: 3 });
    await createCall({ status: "ongoing", durationSec: null });
    expect(await getCallStats(owner(), {})).toEqual({
      total: 4,
      answered: 3,
      withAppointment: 1,
      conversionRate: 0.5,
      averageDurationSec: 51,
      unreviewed: 2,
      ongoing: 1,
    });
    expect(await getCallStats(owner(), { until: new Date(0) })).toMatchObject({
      total: 0,
      conversionRate: null,
      averageDurationSec: null,
    });
  });
});

describe("one call", () => {
  it("shows what was asked of us and what came of it", async () => {
    const check = await ask("check-availability", salon.call, { service: "Massage", date: coming(3), time: "10:00" });
    const booked = await ask("book-appointment", salon.call, { slot_id: check.slot.slot_id });
    await ask("request-callback", salon.call, { reason: "Rechnung" });
    const { id: callId } = await platformClient().call.findFirstOrThrow({
      where: { companyId: salon.company.companyId },
    });
    expect(await getCall(owner(), { callId })).toMatchObject({
      status: "ongoing",
      customer: { id: salon.anna.id, name: "Anna Schneider" },
      agentName: "Telefonassistentin",
      timezone: "Europe/Berlin",
      invocations: [
        { name: "check-availability", status: "ok" },
        { name: "book-appointment", status: "ok", arguments: { slot_id: check.slot.slot_id } },
        { name: "request-callback" },
      ],
      appointments: [{ id: booked.appointment_id, serviceName: "Massage", staffName: "Julia Berg", priceCents: 6000 }],
      callbacks: [{ reason: "Rechnung", status: "open" }],
    });
    expect((await listCallbacks(owner(), { limit: 10, callId })).items).toMatchObject([
      { reason: "Rechnung", customer: { name: "Anna Schneider" } },
    ]);
  });

  it("is marked as reviewed, with a trace of who did it, and unmarked", async () => {
    const { id: callId } = await createCall();
    await markReviewed(owner(), { callId, isReviewed: true, note: "Gut gelöst" });
    expect(await getCall(owner(), { callId })).toMatchObject({
      reviewedAt: expect.any(Date),
      reviewNote: "Gut gelöst",
    });
    expect(await platformClient().activityLog.findMany({ where: { subjectId: callId } })).toMatchObject([
      { action: "review_calls" },
    ]);
    await markReviewed(owner(), { callId, isReviewed: false });
    expect(await getCall(owner(), { callId })).toMatchObject({ reviewedAt: null, reviewNote: "Gut gelöst" });
  });
});

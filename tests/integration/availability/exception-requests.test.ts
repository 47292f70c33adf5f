import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { decideException } from "@/server/availability/exceptions/commands/decide-exception";
import { withdrawRequest } from "@/server/availability/exceptions/commands/delete-exception";
import { requestException } from "@/server/availability/exceptions/commands/request-exception";
import { getTeamMonth } from "@/server/availability/exceptions/queries/get-team-month";
import { listExceptions } from "@/server/availability/exceptions/queries/list-exceptions";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { fromWall } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

let ours: BookableCompany;
const owner = () => ownerOf(ours.company);

/** Whoever sees their own rows only. */
const person = (staffId = ours.staff.id) => companyContext({ ...owner(), restriction: { branchIds: [], staffId } });
beforeEach(async () => {
  ours = await createBookableCompany();
});

const WEDNESDAY = "2026-12-02";
const page = { limit: 50 };

async function slots(date = WEDNESDAY): Promise<number> {
  const [from, until] = [0, 1440].map((minutes) => new Date(fromWall("Europe/Berlin", date, minutes)));
  const asked = {
    branchId: ours.company.branchId,
    serviceId: ours.service.id,
    from: from as Date,
    until: until as Date,
  };
  return (await searchSlots(owner(), asked)).slots.length;
}

describe("a request", () => {
  const wish = () => ({ staffId: ours.staff.id, kind: "vacation" as const, startsOn: WEDNESDAY, endsOn: WEDNESDAY });

  it("takes no time before somebody says yes, on no way that asks for it", async () => {
    const before = await slots();
    const request = await requestException(person(), wish());
    expect(request.state).toBe("requested");
    expect(await slots()).toBe(before);
    await decideException(owner(), { exceptionId: request.id, isApproved: true, isConfirmed: false });
    expect(await slots()).toBe(0);
  });

  it("that is refused never takes any, and says why", async () => {
    const { id } = await requestException(person(), wish());
    const view = await decideException(owner(), {
      exceptionId: id,
      isApproved: false,
      note: "Da sind wir zu wenige",
      isConfirmed: false,
    });
    expect(view).toMatchObject({ state: "refused", decisionNote: "Da sind wir zu wenige" });
    expect(await slots()).toBeGreaterThan(0);
    const again = decideException(owner(), { exceptionId: id, isApproved: true, isConfirmed: false });
    await expect(again).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
  });

  it("is decided once, however many decide at the same time", async () => {
    const { id } = await requestException(person(), wish());
    const decide = (isApproved: boolean) =>
      decideException(owner(), { exceptionId: id, isApproved, isConfirmed: true });
    const results = await Promise.allSettled([decide(true), decide(false), decide(true)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("lists the appointments in it before the yes", async () => {
    await bookAppointment(owner(), wishOf(ours));
    const { id } = await requestException(person(), wish());
    const decide = (isConfirmed: boolean) =>
      decideException(owner(), { exceptionId: id, isApproved: true, isConfirmed });
    await expect(decide(false)).rejects.toMatchObject({ reason: "appointments_in_the_way", details: { count: 1 } });
    await expect(decide(true)).resolves.toMatchObject({ state: "approved" });
  });

  it("may be taken back until then, by whom it is of", async () => {
    const colleague = await createStaff(ours.company, { name: "Bea Zweit" });
    const { id } = await requestException(person(), wish());
    await expect(withdrawRequest(person(colleague.id), { exceptionId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await withdrawRequest(person(), { exceptionId: id });
    const second = await requestException(person(), wish());
    await decideException(owner(), { exceptionId: second.id, isApproved: true, isConfirmed: false });
    await expect(withdrawRequest(person(), { exceptionId: second.id })).rejects.toMatchObject({
      reason: "decided_already",
    });
  });

  it("is for oneself only, where a role sees its own", async () => {
    const colleague = await createStaff(ours.company, { name: "Bea Zweit" });
    await expect(requestException(person(), { ...wish(), staffId: colleague.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await requestException(owner(), { ...wish(), staffId: colleague.id });
    await requestException(person(), wish());
    expect((await listExceptions(person(), page)).items.map(({ staffId }) => staffId)).toEqual([ours.staff.id]);
    expect((await getTeamMonth(person(), { month: "2026-12" })).people).toHaveLength(1);
  });

  it("is of people only: the database knows no other", async () => {
    const { companyId, branchId } = ours.company;
    const row = {
      companyId,
      ownerType: "branch" as const,
      branchId,
      kind: "closed" as const,
      state: "requested" as const,
    };
    const times = { startsAt: wednesdayAt(0), endsAt: wednesdayAt(24) };
    const write = platformClient().scheduleException.create({ data: { id: crypto.randomUUID(), ...row, ...times } });
    await expect(write).rejects.toThrow(/schedule_exceptions_request/);
  });
});

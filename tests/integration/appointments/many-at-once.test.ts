import { beforeEach, describe, expect, it } from "vitest";
import { createAppointments } from "@/server/appointments/batches/commands/create-appointments";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { changeAppointments } from "@/server/appointments/commands/change-appointments";
import { editAppointment } from "@/server/appointments/commands/edit-appointment";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
const wish = (hours: number, minutes = 0) => {
  const { source: _, ...rest } = wishOf(ours, wednesdayAt(hours, minutes));
  return rest;
};
const stored = () =>
  platformClient().appointment.findMany({
    where: { companyId: ours.company.companyId },
    select: { id: true, status: true, staffId: true, startsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });

describe("booking many", () => {
  it("books each line or says why not, in the order of the request", async () => {
    const unknown = { ...wish(13), customerId: newId() };
    const { results, ...counts } = await createAppointments(owner(), {
      appointments: [wish(11), wish(11, 15), unknown, wish(10)],
    });
    expect(counts).toEqual({ created: 2, refused: 2 });
    expect(results.map(({ line, success, error }) => [line, success, error?.code ?? null])).toEqual([
      [1, true, null],
      [2, false, "APPOINTMENT_CONFLICT"],
      [3, false, "NOT_FOUND"],
      [4, true, null],
    ]);
    expect(results[1]?.error?.details).toMatchObject({ alternatives: [{}, {}, {}] });
    expect((await stored()).map(({ startsAt }) => startsAt)).toEqual([wednesdayAt(10), wednesdayAt(11)]);
    const { companyId } = ours.company;
    expect(await platformClient().appointmentSegment.count({ where: { companyId } })).toBe(2);
    expect(await platformClient().activityLog.count({ where: { companyId, action: "create_appointments" } })).toBe(2);
  });

  it("of two requests for the same times each time goes to one of them", async () => {
    const forwards = [wish(10), wish(11), wish(12), wish(13)];
    const answers = await Promise.all([
      createAppointments(owner(), { appointments: forwards }),
      createAppointments(owner(), { appointments: [...forwards].reverse() }),
    ]);
    expect(answers.map(({ created }) => created).reduce((sum, created) => sum + created, 0)).toBe(4);
    expect(await stored()).toHaveLength(4);
  });
});

describe("changing many", () => {
  const book = async (...hours: number[]) => {
    for (const hour of hours) await bookAppointment(owner(), wishOf(ours, wednesdayAt(hour)));
    return (await stored()).map(({ id }) => id);
  };
  const withRights = (permissions: string[]) => {
    const { companyId, owner: user } = ours.company;
    const actor = { kind: "user" as const, userId: user.userId, name: user.name };
    return companyContext({ companyId, actor, permissions: new Set(permissions), now: NOW });
  };
  const asked = { notifyCustomer: false, isConfirmed: true };

  it("gives them to somebody else at the same time, as far as that person is free", async () => {
    const ids = await book(10, 11);
    const other = await createStaff(ours.company, { name: "Zweite Kraft" });
    await bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(11)), staffId: other.id });
    const answer = await changeAppointments(owner(), {
      ...asked,
      action: "reassign",
      appointmentIds: ids,
      staffId: other.id,
    });
    expect(answer.results.map(({ error }) => error?.code ?? null)).toEqual([null, "APPOINTMENT_CONFLICT"]);
    expect((await stored()).filter(({ staffId }) => staffId === other.id)).toHaveLength(2);
    const nobody = await changeAppointments(owner(), { ...asked, action: "reassign", appointmentIds: ids });
    expect(nobody.results.map(({ error }) => error?.reason)).toEqual(["staff_missing", "staff_missing"]);
  });

  it("deletes nothing: what is deleted is cancelled, and says of each whether it could be", async () => {
    const ids = await book(10, 11);
    await changeAppointments(owner(), { ...asked, action: "cancel", appointmentIds: ids.slice(0, 1) });
    const answer = await changeAppointments(owner(), { ...asked, action: "delete", appointmentIds: ids });
    expect(answer.results.map(({ error }) => error?.reason ?? null)).toEqual(["is_cancelled", null]);
    expect((await stored()).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  });

  it("refuses the one that somebody changed since it was seen, and goes on with the others", async () => {
    const ids = await book(10, 11, 12);
    const [, second = ""] = ids;
    const versions = Object.fromEntries(ids.map((id) => [id, 1]));
    await editAppointment(owner(), { appointmentId: second, notes: "Allergie" });
    for (const action of ["cancel", "delete", "reassign", "confirm"] as const) {
      const one = { ...asked, action, appointmentIds: [second], versions, staffId: ours.staff.id };
      expect((await changeAppointments(owner(), one)).results[0]?.error).toMatchObject({
        ...{ code: "VERSION_CONFLICT", reason: "changed_meanwhile" },
        details: { version: 2, current: { notes: "Allergie" } },
      });
    }
    const answer = await changeAppointments(owner(), { ...asked, action: "cancel", appointmentIds: ids, versions });
    expect(answer.results.map(({ error }) => error?.code ?? null)).toEqual([null, "VERSION_CONFLICT", null]);
    expect((await stored()).map(({ status }) => status)).toEqual(["cancelled", "confirmed", "cancelled"]);
    const { [second]: _, ...others } = versions;
    const unseen = { ...asked, action: "cancel" as const, appointmentIds: [second], versions: others };
    expect(await changeAppointments(owner(), unseen)).toMatchObject({ changed: 1, refused: 0 });
  });

  it("refuses one that there is not, or that is another company's, for itself", async () => {
    const ids = await book(10, 11);
    const theirs = await createBookableCompany();
    const { appointment } = await bookAppointment(ownerOf(theirs.company), wishOf(theirs, wednesdayAt(10)));
    const appointmentIds = [ids[0] ?? "", appointment.id, newId(), ids[1] ?? ""];
    const answer = await changeAppointments(owner(), { ...asked, action: "cancel", appointmentIds });
    expect(answer.results.map(({ appointmentId }) => appointmentId)).toEqual(appointmentIds);
    const unknown = { code: "NOT_FOUND", reason: "appointment_not_found", details: null };
    expect(answer.results.map(({ error }) => error)).toEqual([null, unknown, unknown, null]);
    expect(answer).toMatchObject({ changed: 2, refused: 2 });
  });

  it("says of each what the rule was, and what would be possible", async () => {
    const rule = { minHoursNotice: 300, violationAction: "warn" as const };
    await editPolicy(owner(), { policyType: "cancellation", config: rule });
    const [first = "", second = ""] = await book(10, 11);
    const careful = { ...asked, isConfirmed: false, appointmentIds: [first] };
    const reception = withRights(["bulk_edit_appointments", "cancel_appointments"]);
    const warned = await changeAppointments(reception, { ...careful, action: "cancel" });
    expect(warned.results[0]?.error).toMatchObject({
      ...{ code: "POLICY_BLOCKED", reason: "short_notice" },
      details: { policy: { needsConfirmation: true, minHoursNotice: 300 } },
    });
    const other = await createStaff(ours.company, { name: "Zweite Kraft" });
    await bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(11)), staffId: other.id });
    const move = { ...asked, action: "reassign" as const, appointmentIds: [second], staffId: other.id };
    const taken = await changeAppointments(owner(), move);
    expect(taken.results[0]?.error?.details).toMatchObject({ alternatives: [{}, {}, {}] });
  });

  it("of two requests for the same ones each is changed by one of them", async () => {
    const ids = await book(10, 11, 12, 13);
    const versions = Object.fromEntries(ids.map((id) => [id, 1]));
    const wish = { ...asked, action: "cancel" as const, versions };
    const answers = await Promise.all([
      changeAppointments(owner(), { ...wish, appointmentIds: ids }),
      changeAppointments(owner(), { ...wish, appointmentIds: [...ids].reverse() }),
    ]);
    expect(answers.map(({ changed }) => changed).reduce((sum, changed) => sum + changed, 0)).toBe(4);
    expect(answers.flatMap(({ results }) => results).filter(({ error }) => error)).toHaveLength(4);
  });

  it("asks for the right to the step, beside the right to many", async () => {
    const appointmentIds = await book(10);
    const limited = withRights(["bulk_edit_appointments"]);
    for (const action of ["cancel", "delete", "reassign", "confirm"] as const) {
      await expect(changeAppointments(limited, { ...asked, action, appointmentIds })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});

import { beforeEach, expect, it } from "vitest";
import { decideException } from "@/server/availability/exceptions/commands/decide-exception";
import { withdrawRequest } from "@/server/availability/exceptions/commands/delete-exception";
import { requestException } from "@/server/availability/exceptions/commands/request-exception";
import { platformClient } from "@/server/core/db";
import { tellOfAbsence } from "@/server/notifications/commands/tell-of-absence";
import { previewDecision } from "@/server/notifications/queries/preview-decision";
import { NOW, ownerOf } from "../../support/actors";
import { createBranch, createUser, type ROLE_IDS } from "../../support/factories";
import { createSalon, deliverAll, job, rowsOf, type Salon, sentTo, setNow, withProviders } from "./salon";

withProviders();
let ours: Salon;
let person: { id: string; email: string };
let manager: { id: string; email: string };

beforeEach(async () => {
  setNow(NOW);
  ours = await createSalon();
  const unique = ours.company.companyId.slice(-8);
  person = await memberOf("staff", { email: `anna-${unique}@example.com`, staffId: ours.staff.id });
  manager = await memberOf("manager", { email: `leitung-${unique}@example.com`, branchIds: [ours.company.branchId] });
});

async function memberOf(role: keyof typeof ROLE_IDS, place: { email: string; staffId?: string; branchIds?: string[] }) {
  const { id } = await createUser(ours.company, { role, ...place });
  return { id, email: place.email };
}

const days = { startsOn: "2026-12-07", endsOn: "2026-12-11", kind: "vacation" as const };
const ask = () => requestException(ownerOf(ours.company), { ...days, staffId: ours.staff.id, reason: "Familienfeier" });
const tell = (exceptionId: string, what: "requested" | "approved" | "refused") =>
  tellOfAbsence(job(ours), { exceptionId, what });

it("tells everybody who may decide, in their feed and by e-mail, once each", async () => {
  const { id } = await ask();
  await tell(id, "requested");
  await tell(id, "requested");
  await deliverAll(ours);
  const rows = await rowsOf(ours);
  // The owner asked for it here, and needs no word about it.
  expect(rows.map(({ channel, recipient, status }) => [channel, recipient, status]).sort()).toEqual([
    ["email", manager.email, "sent"],
    ["in_app", `user:${manager.id}`, "delivered"],
  ]);
  const [mail] = await sentTo(manager.email);
  expect(mail?.subject).toMatch(/bittet um Urlaub: Montag, 7\. Dezember 2026 – Freitag, 11\. Dezember 2026/);
  expect(mail?.text).toMatch(/Familienfeier/);
});

it("keeps a manager of another branch out of it", async () => {
  const { id: elsewhere } = await createBranch(ours.company, { name: "Stadtpark" });
  await platformClient().membership.updateMany({
    where: { companyId: ours.company.companyId, userId: manager.id },
    data: { branchIds: [elsewhere] },
  });
  const { id } = await ask();
  await tell(id, "requested");
  expect(await rowsOf(ours)).toEqual([]);
});

it.each([true, false])("tells the person how it was decided, once (approved: %s)", async (isApproved) => {
  const { id } = await ask();
  await decideException(ownerOf(ours.company), {
    exceptionId: id,
    isApproved,
    note: "Gute Erholung",
    isConfirmed: true,
  });
  const what = isApproved ? "approved" : "refused";
  await Promise.all([tell(id, what), tell(id, what)]);
  await deliverAll(ours);
  const mails = await sentTo(person.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toMatch(isApproved ? /^Genehmigt: Urlaub/ : /^Nicht genehmigt: Urlaub/);
  expect(mails[0]?.text).toMatch(/Gute Erholung/);
  const rows = await rowsOf(ours);
  expect(rows.map(({ channel, recipient }) => [channel, recipient]).sort()).toEqual([
    ["email", person.email],
    ["in_app", `user:${person.id}`],
  ]);
});

it("says nothing of a wish that was withdrawn or decided before it went out", async () => {
  const withdrawn = await ask();
  await tell(withdrawn.id, "requested");
  await withdrawRequest(ownerOf(ours.company), { exceptionId: withdrawn.id });
  await deliverAll(ours);
  expect((await rowsOf(ours)).map(({ status, error }) => [status, error])).toEqual([
    ["cancelled", "withdrawn"],
    ["cancelled", "withdrawn"],
  ]);
  const decided = await ask();
  await tell(decided.id, "requested");
  await decideException(ownerOf(ours.company), { exceptionId: decided.id, isApproved: false, isConfirmed: true });
  await deliverAll(ours);
  expect((await rowsOf(ours)).map(({ error }) => error)).toContain("is_refused");
  expect(await sentTo(manager.email)).toEqual([]);
});

it("shows the message before it is sent, in the business's language", async () => {
  const { id: exceptionId } = await ask();
  await platformClient().company.update({ where: { id: ours.company.companyId }, data: { locale: "en" } });
  const previews = await previewDecision(ownerOf(ours.company), { exceptionId, isApproved: true, note: "Enjoy" });
  const mail = previews.find(({ channel }) => channel === "email");
  expect(mail).toMatchObject({ recipient: person.email, language: "en" });
  expect(mail?.subject).toMatch(/^Approved: Holiday/);
  expect(mail?.body).toMatch(/Enjoy/);
  expect(await rowsOf(ours)).toEqual([]);
});

import { beforeAll, expect, it } from "vitest";
import { makesSomething } from "@/server/api/rest/answer";
import { OPERATIONS } from "@/server/api/rest/operations";
import { coming, iso } from "../../../support/coming-days";
import { type RestAnswer, restAs } from "../../../support/rest-requests";
import { createRows, type Rows } from "../../../support/walk-rows";
import { ONE_LINE } from "../../../support/walk-values";

let rows: Rows;
let ask: Awaited<ReturnType<typeof restAs>>;
beforeAll(async () => {
  const made = await createRows();
  rows = made.rows;
  ask = await restAs(made.bookable.company.owner);
});

const bookingAt = (hour: number) => ({
  ...{ customer_id: rows.customerId, service_id: rows.serviceId, staff_id: rows.staffId },
  ...{ branch_id: rows.branchId, starts_at: iso(coming(1), hour) },
});
const absence = (from: string, until: string) => ({ staff_id: rows.staffId, starts_on: from, ends_on: until });

/** What makes each of the things that there are; the id in the address is of the row that is named. */
const MAKING: Record<string, () => { id?: keyof Rows; body?: Record<string, unknown> }> = {
  "/roles": () => ({ body: { name: "Empfang", permissions: ["view_customers"] } }),
  "/team/invitations": () => ({ body: { email: "neu@example.com", role_id: rows.roleId } }),
  "/team/invitations/{id}/resend": () => ({ id: "invitationId" }),
  "/api-keys": () => ({ body: { name: "Kasse", scopes: ["view_customers"] } }),
  "/services": () => ({ body: { name: "Bartschnitt", duration_minutes: 30, price_cents: 1900 } }),
  "/services/{id}/duplicate": () => ({ id: "serviceId", body: { name: "Haarschnitt kurz" } }),
  "/resources": () => ({ body: { branch_id: rows.branchId, type: "room", name: "Kabine 2" } }),
  "/resource-groups": () => ({ body: { branch_id: rows.branchId, name: "Räume" } }),
  "/staff": () => ({ body: { name: "Zoe", home_branch_id: rows.branchId } }),
  "/customers": () => ({ body: { last_name: "Neu" } }),
  "/customers/{id}/notes": () => ({ id: "customerId", body: { content: "Mag es kurz" } }),
  "/schedule-exceptions": () => ({ body: absence("2027-08-02", "2027-08-03") }),
  "/schedule-exceptions/requests": () => ({ body: { ...absence("2027-08-09", "2027-08-10"), kind: "vacation" } }),
  "/holidays": () => ({ body: { date: "2027-07-07", name: "Ausflug" } }),
  "/appointments": () => ({ body: bookingAt(10) }),
  "/bookings": () => ({ body: bookingAt(12) }),
  "/imports": () => ({
    body: {
      branch_id: rows.branchId,
      file_name: "termine.csv",
      file_base64: Buffer.from(ONE_LINE).toString("base64"),
    },
  }),
  "/knowledge": () => ({ body: { title: "Parken", text: "Parken können Sie im Hof." } }),
  "/calls": () => ({ body: { branch_id: rows.branchId, started_at: new Date().toISOString(), duration_sec: 60 } }),
};
/** Made many at a time: what was made stands in their list. */
const MANY = ["/classes"];

const making = OPERATIONS.filter(makesSomething);

it("everything that can be made is made here", () => {
  const unknown = making.map(({ path }) => path).filter((path) => !(path in MAKING) && !MANY.includes(path));
  expect(unknown).toEqual([]);
});

it.each(making.map(({ path }) => path).filter((path) => path in MAKING))(
  "POST %s tells where what it made is to be read",
  async (path) => {
    const { id, body } = MAKING[path]?.() ?? {};
    const made: RestAnswer = await ask(`POST /api/v2${path.replace("{id}", id ? rows[id] : "")}`, body && { body });
    expect([made.status, made.body.error]).toEqual([201, undefined]);
    const address = made.headers.get("location") ?? "";
    const read = await ask(`GET ${address}`);
    expect(read.status).toBe(200);
    expect(read.headers.get("etag")).not.toBeNull();
    expect(address.endsWith(`/${read.body.data.id}`)).toBe(true);
  },
);

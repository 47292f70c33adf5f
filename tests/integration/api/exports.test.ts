import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createUser } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";
import { createRows, type Rows } from "../../support/walk-rows";

interface Export {
  /** A column of its first line. */
  column: string;
  /** What our own rows are told by. */
  shows?: (rows: Rows) => string;
  /** What it can't do without. */
  query?: (rows: Rows) => Record<string, string>;
  wrong: Record<string, string>;
  action: string;
}

const EXPORTS: Record<string, Export> = {
  "audit-log": { column: "occurred_at", wrong: { from: "gestern" }, action: "export_audit" },
  modifications: {
    ...{ column: "appointment_id", shows: ({ appointmentId }) => appointmentId },
    ...{ wrong: { branchId: "x" }, action: "export_appointments" },
  },
  notifications: { column: "recipient", wrong: { status: "x" }, action: "export_appointments" },
  resources: {
    ...{ column: "id", shows: ({ resourceId }) => resourceId },
    ...{ wrong: { branchId: "x" }, action: "export_resources" },
  },
  services: {
    ...{ column: "id", shows: ({ serviceId }) => serviceId },
    ...{ wrong: { status: "x" }, action: "export_services" },
  },
  staff: { column: "id", shows: ({ staffId }) => staffId, wrong: { serviceId: "x" }, action: "export_staff" },
  "import-problems": {
    ...{ column: "Leistung", query: ({ importId }) => ({ importId }) },
    ...{ wrong: { importId: "x" }, action: "import_appointments" },
  },
};

let ours: Rows;
let theirs: Rows;
let owner: { userId: string };
beforeAll(async () => {
  const created = await createRows();
  [ours, owner] = [created.rows, created.bookable.company.owner];
  theirs = (await createRows()).rows;
});

async function download(user: { userId: string } | null, name: string, query: Record<string, string> = {}) {
  const { GET } = await import(`../../../app/api/exports/${name}/route.ts`);
  const address = `http://localhost:3000/api/exports/${name}?${new URLSearchParams(query)}`;
  const headers = browserHeaders(user ? await sessionOf(user) : undefined);
  const response: Response = await GET(new Request(address, { headers }));
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  return { status: response.status, type, text, code: type.includes("json") ? JSON.parse(text).error.code : null };
}

it("are all tried here; the platform's own has its place beside its page", () => {
  const routes = readdirSync("app/api/exports").filter((name) => name !== "platform-audit-log");
  expect(routes.sort()).toEqual(Object.keys(EXPORTS).sort());
});

describe.each(Object.entries(EXPORTS))("the file %s", (name, { column, shows, query, wrong, action }) => {
  it("has our own rows and none of another company's, and leaves an entry of the log", async () => {
    const { status, type, text } = await download(owner, name, query?.(ours));
    expect([status, type]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(text.split("\r\n")[0]).toContain(column);
    if (shows) expect(text).toContain(shows(ours));
    for (const id of Object.values(theirs)) expect(text).not.toContain(id);
    const { companyId } = ours;
    expect(await platformClient().activityLog.count({ where: { companyId, action } })).toBeGreaterThan(0);
  });

  it("is for nobody who is signed out, who may not, or who asks for what there is not", async () => {
    expect(await download(null, name, query?.(ours))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    const { id: userId } = await createUser({ companyId: ours.companyId }, { role: "staff" });
    expect(await download({ userId }, name, query?.(ours))).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await download(owner, name, wrong)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });

  it("takes another company's filter for one that nothing is behind", async () => {
    const filters = ["branchId", "serviceId", "staffId", "customerId", "importId", "actorId"] as const;
    const ids: Record<string, string> = { ...theirs, actorId: theirs.userId };
    for (const filter of filters) {
      const [foreign, unknown] = [
        await download(owner, name, { ...query?.(ours), [filter]: ids[filter] ?? "" }),
        await download(owner, name, { ...query?.(ours), [filter]: newId() }),
      ];
      expect([foreign.status, foreign.code]).toEqual([unknown.status, unknown.code]);
      for (const id of Object.values(theirs)) expect(foreign.text).not.toContain(id);
    }
  });
});

it("of another company's import is refused before the file begins", async () => {
  expect(await download(owner, "import-problems", { importId: theirs.importId })).toMatchObject({
    ...{ status: 404, code: "NOT_FOUND" },
  });
});

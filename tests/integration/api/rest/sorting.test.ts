import { beforeAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { ownerOf } from "../../../support/actors";
import { writeEntries } from "../../../support/chain";
import { createCustomer, createTenantWithCompany } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

let ask: Awaited<ReturnType<typeof restAs>>;
let customerId: string;
/** The rows of each list, the earliest first. */
const rows: Record<string, string[]> = { calls: [], callbacks: [], notes: [], customers: [], audit: [] };

beforeAll(async () => {
  const owned = await createTenantWithCompany();
  const { companyId, branchId, owner } = owned;
  ask = await restAs(owner);
  const db = platformClient();
  const names = [
    ["Ada", "Abel"],
    ["Ada", "Berg"],
    ["Cleo", "Berg"],
  ] as const;
  for (const [firstName, lastName] of names.toReversed())
    rows.customers?.unshift((await createCustomer({ companyId }, { firstName, lastName })).id);
  customerId = rows.customers?.[0] ?? "";
  for (const hours of [3, 2, 1]) {
    const at = new Date(Date.now() - hours * HOUR);
    const [call, callback, note] = [newId(), newId(), newId()];
    const conversation = { retellCallId: call, direction: "inbound", status: "ended", startedAt: at } as const;
    await db.call.create({ data: { id: call, companyId, branchId, ...conversation } });
    const wish = { name: "Maria", phone: "+493023125888", reason: "Rückruf", dueAt: at };
    await db.callbackRequest.create({ data: { id: callback, companyId, branchId, ...wish } });
    await db.customerNote.create({ data: { id: note, companyId, customerId, content: "x", createdAt: at } });
    rows.calls?.push(call);
    rows.callbacks?.push(callback);
    rows.notes?.push(note);
    await writeEntries({ ...ownerOf(owned), now: at }, [{ action: "edit_company", after: { name: `Salon ${hours}` } }]);
  }
  const entries = await db.activityLog.findMany({ where: { companyId }, orderBy: { sequence: "asc" } });
  rows.audit = entries.map(({ id }) => id);
});

const LISTS: [string, string, () => string, "asc" | "desc"][] = [
  ["calls", "started_at", () => "/api/v2/calls", "desc"],
  ["callbacks", "due_at", () => "/api/v2/callbacks", "asc"],
  ["notes", "created_at", () => `/api/v2/customers/${customerId}/notes`, "desc"],
  ["customers", "name", () => "/api/v2/customers", "asc"],
  ["audit", "occurred_at", () => "/api/v2/audit-log", "desc"],
];

/** All pages of a list, one row on each. */
async function readAll(path: string, query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = "";
  do {
    const { status, body } = await ask(`GET ${path}?per_page=1&${query}${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    ids.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.meta.next_cursor ?? "";
  } while (cursor);
  return ids;
}

it.each(LISTS)(
  "%s run either way by %s, page by page, and as they always did unless asked",
  async (name, by, path, usual) => {
    const earliestFirst = rows[name] ?? [];
    const latestFirst = earliestFirst.toReversed();
    expect(await readAll(path(), `sort=${by}`)).toEqual(earliestFirst);
    expect(await readAll(path(), `sort=-${by}`)).toEqual(latestFirst);
    expect(await readAll(path(), "")).toEqual(usual === "asc" ? earliestFirst : latestFirst);
    expect((await ask(`GET ${path()}?sort=nothing`)).status).toBe(400);
  },
);

it("a search has its nearest first, and by name whoever asks for that", async () => {
  const found = (query: string) => readAll("/api/v2/customers", `search=berg&${query}`);
  const [abel = "", ada = "", cleo = ""] = rows.customers ?? [];
  expect(await found("sort=name")).toEqual([ada, cleo]);
  expect(await found("sort=-name")).toEqual([cleo, ada]);
  const near = await readAll("/api/v2/customers", "search=adda+abel");
  expect(near[0]).toBe(abel);
});

it("a search in the log runs either way, too", async () => {
  const found = (query: string) => readAll("/api/v2/audit-log", `search=salon&${query}`);
  expect(await found("sort=occurred_at")).toEqual(rows.audit);
  expect(await found("")).toEqual(rows.audit?.toReversed());
});

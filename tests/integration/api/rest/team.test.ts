import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { createUser } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
let roleId: string;
let membershipId: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
  const roles = (await ask("GET /api/v2/roles")).body.data as { id: string; key: string }[];
  roleId = roles.find(({ key }) => key === "receptionist")?.id ?? "";
  const member = await createUser(salon.company, { role: "staff" });
  const row = await platformClient().membership.findFirstOrThrow({ where: { userId: member.id } });
  membershipId = row.id;
});

describe("the team", () => {
  it("is a list in pages", async () => {
    const first = await ask("GET /api/v2/team?per_page=1");
    expect(first.body.meta).toMatchObject({ page: 1, per_page: 1, total: 2, next_cursor: expect.any(String) });
    const second = await ask("GET /api/v2/team?per_page=1&page=2");
    const ids = [...first.body.data, ...second.body.data].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain(membershipId);
  });

  it("has its members' roles changed, each as they were seen", async () => {
    const address = `/api/v2/team/${membershipId}`;
    const etag = (await ask(`GET ${address}`)).headers.get("etag") ?? "";
    const place = { role_id: roleId, branch_ids: [salon.company.branchId] };
    const change = (headers = {}) => ask(`PUT ${address}`, { body: place, headers });
    expect((await change({ "if-match": etag })).status).toBe(204);
    expect((await change({ "if-match": etag })).status).toBe(412);
    const { data } = (await ask(`GET ${address}`)).body;
    expect(data).toMatchObject({ role: { key: "receptionist" }, branches: [{ id: salon.company.branchId }] });
  });

  it("loses a member, and nobody themselves", async () => {
    const mine = (await ask("GET /api/v2/team")).body.data.find(({ is_self }: { is_self: boolean }) => is_self).id;
    expect((await ask(`DELETE /api/v2/team/${mine}`)).body.error.code).toBe("FORBIDDEN");
    expect((await ask(`DELETE /api/v2/team/${membershipId}`)).status).toBe(204);
    expect((await ask(`GET /api/v2/team/${membershipId}`)).status).toBe(404);
  });
});

it("invites, invites again and takes it back", async () => {
  const invite = { email: "neu@example.com", role_id: roleId };
  const made = await ask("POST /api/v2/team/invitations", { body: invite });
  expect(made.status).toBe(201);
  const again = await ask(`POST ${made.headers.get("location")}/resend`);
  const address = again.headers.get("location") ?? "";
  expect([again.status, (await ask(`GET ${made.headers.get("location")}`)).status]).toEqual([201, 404]);
  expect((await ask(`GET ${address}`)).body.data).toMatchObject({ email: "neu@example.com", is_expired: false });
  expect((await ask("GET /api/v2/team/invitations")).body.meta.total).toBe(1);
  expect((await ask(`DELETE ${address}`)).status).toBe(204);
  expect((await ask("GET /api/v2/team/invitations")).body).toMatchObject({ data: [], meta: { total: 0 } });
});

import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/exports/audit-log/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { writeEntries } from "../../support/chain";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";

let salon: TestCompany;

const download = async (user: { userId: string } | null, query = "") =>
  GET(
    new Request(`http://localhost:3000/api/exports/audit-log${query}`, {
      headers: browserHeaders(user ? await sessionOf(user) : undefined),
    }),
  );

beforeAll(async () => {
  salon = await createTenantWithCompany();
  await writeEntries(ownerOf(salon, new Date()), [
    { action: "create_customers", subjectType: "customer", subjectId: newId(), after: { lastName: 'Müller; "M"' } },
    { action: "edit_customers", after: { lastName: "=HYPERLINK(1)" } },
  ]);
});

describe("the export", () => {
  it("is a table of what the list shows, the newest first, and an entry of its own", async () => {
    const response = await download(salon.owner);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.subarray(3).toString("utf8");
    const lines = text.trimEnd().split("\r\n");
    expect(text.startsWith("sequence;occurred_at;")).toBe(true);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(";export_audit;user;Kim Beispiel;");
    expect(lines[3]).toContain('"{""lastName"":""Müller; \\""M\\""""}"');
    expect(
      await platformClient().activityLog.count({ where: { companyId: salon.companyId, action: "export_audit" } }),
    ).toBe(1);
  });

  it("takes the list's filters", async () => {
    const text = await (await download(salon.owner, "?action=create_customers")).text();
    expect(text.trimEnd().split("\r\n")).toHaveLength(2);
    expect((await download(salon.owner, "?action=DROP TABLE")).status).toBe(400);
    expect((await download(salon.owner, "?nonsense=1")).status).toBe(400);
  });

  it("leaves nothing to compute to a spreadsheet, whoever it is named after", async () => {
    const { companyId } = await createTenantWithCompany();
    const actor = { kind: "user", userId: newId(), name: "=cmd|' /C calc'!A0" } as const;
    await writeEntries({ ...ownerOf({ ...salon, companyId }), actor }, [{ action: "edit_customers" }]);
    const owner = await createUser({ companyId });
    const text = await (await download({ userId: owner.id })).text();
    expect(text).toContain(`"'=cmd|' /C calc'!A0"`);
    expect(text).not.toMatch(/(^|;)[=+\-@]/m);
  });

  it("is for those who may take it", async () => {
    const manager = await createUser(salon, { role: "manager" });
    expect((await download({ userId: manager.id })).status).toBe(403);
    expect((await download(null)).status).toBe(401);
  });

  it("holds every entry of a long log, once", async () => {
    const { companyId, owner } = await createTenantWithCompany();
    await platformClient().$executeRaw`
      INSERT INTO activity_logs (id, company_id, sequence, action, actor, salt, occurred_at, canonical, previous_hash, hash)
      SELECT gen_random_uuid(), ${companyId}::uuid, n, 'edit_customers', '{"kind":"job","name":"x"}', '', timestamptz '2026-01-01' + n % 7 * interval '1 second', '{}', '', ''
      FROM generate_series(1000, 4499) n`;
    const text = await (await download(owner)).text();
    const sequences = text
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(";")[0]);
    expect(new Set(sequences).size).toBe(3501);
    expect(sequences).toHaveLength(3501);
  });
});

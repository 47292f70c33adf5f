import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/staff/[staffId]/photo/route";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { toAvatar } from "@/server/identity/profile/adapters/sharp";
import { createStaff, createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { restAs } from "../../support/rest-requests";
import { browserHeaders, contextOf, sessionOf } from "../../support/signed-in";

let ours: TestCompany;
let theirs: TestCompany;
beforeEach(async () => {
  ours = await createTenantWithCompany();
  theirs = await createTenantWithCompany();
});

type User = { userId: string };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#3a7" } }).withExif({ IFD0: { Copyright: "at home" } });
const place = (staffId: string) => ({ params: Promise.resolve({ staffId }) });
const address = (staffId: string) => `http://localhost:3000/api/staff/${staffId}/photo`;

async function upload(
  user: User | null,
  staffId: string,
  body: Uint8Array | string,
  extra: Record<string, string> = {},
) {
  const headers = browserHeaders(user ? await sessionOf(user) : undefined, extra);
  const request = new Request(address(staffId), { method: "POST", headers, body: body as BodyInit });
  const response = await POST(request, place(staffId));
  return { status: response.status, body: await response.json() };
}

async function look(user: User | null, staffId: string, extra: Record<string, string> = {}) {
  const headers = browserHeaders(user ? await sessionOf(user) : undefined, extra);
  return GET(new Request(address(staffId), { headers }), place(staffId));
}

const photosOf = (staffId: string) => platformClient().staffPhoto.count({ where: { staffId } });
const callerOf = async (user: User) => appRouter.createCaller(await contextOf(user));

describe("a photo of somebody", () => {
  it.each(["png", "jpeg", "webp"] as const)("is taken as %s and kept as a small one of our own", async (format) => {
    const { id } = await createStaff(ours);
    const given = await picture(1200, 700).toFormat(format).toBuffer();
    const { status, body } = await upload(ours.owner, id, given, { "content-type": "text/html" });
    expect(status).toBe(200);
    expect(body.avatarUrl).toMatch(new RegExp(`^/api/staff/${id}/photo\\?v=[0-9a-f]{12}$`));
    const shown = await look(ours.owner, id);
    expect(shown.headers.get("content-type")).toBe("image/webp");
    expect(shown.headers.get("cache-control")).toMatch(/^private/);
    const kept = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect(kept).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect(kept.exif).toBeUndefined();
    expect((await look(ours.owner, id, { "if-none-match": shown.headers.get("etag") ?? "" })).status).toBe(304);
    const listed = (await (await callerOf(ours.owner)).staff.list({})).find((one) => one.id === id);
    expect(listed?.avatarUrl).toBe(body.avatarUrl);
  });

  it.each([
    ["a drawing that can carry scripts", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    [
      "a page that begins like one",
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<script>1</script>")]),
    ],
    ["an old format", "GIF89a\u0001\u0000\u0001\u0000"],
    ["nothing", ""],
  ])("is none when it is %s", async (_, bytes) => {
    const { id } = await createStaff(ours);
    const { status, body } = await upload(ours.owner, id, bytes);
    expect({ status, code: body.error?.code }).toEqual({ status: 400, code: "VALIDATION_ERROR" });
    expect(await photosOf(id)).toBe(0);
  });

  it("is none when half of it is missing, and nothing behind its end is kept", async () => {
    const { id } = await createStaff(ours);
    const noise = Buffer.alloc(400 * 400 * 3, 0).map((_, index) => (index * 7919) % 251);
    const whole = await sharp(noise, { raw: { width: 400, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer();
    const half = await upload(ours.owner, id, whole.subarray(0, whole.length / 2));
    expect(half).toMatchObject({ status: 400, body: { error: { code: "VALIDATION_ERROR" } } });
    const two = Buffer.concat([whole, Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
    expect((await upload(ours.owner, id, two)).status).toBe(200);
    const kept = Buffer.from(await (await look(ours.owner, id)).arrayBuffer());
    expect(kept.includes("<script>")).toBe(false);
  });

  it("is none when a small file unfolds into a huge one, or when it is too heavy", async () => {
    const { id } = await createStaff(ours);
    const bomb = await picture(6000, 5000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await upload(ours.owner, id, bomb)).toMatchObject({ status: 400 });
    const heavy = await upload(ours.owner, id, Buffer.alloc(2_000_001, 0xff));
    expect(heavy).toMatchObject({ status: 413, body: { error: { code: "PAYLOAD_TOO_LARGE" } } });
    expect(await photosOf(id)).toBe(0);
  });

  it("is set by whoever may edit staff, from this site, for people of their own business", async () => {
    const { id } = await createStaff(ours);
    const body = await picture(20, 20).png().toBuffer();
    const { id: deskId } = await createUser(ours, { role: "receptionist" });
    expect((await upload({ userId: deskId }, id, body)).status).toBe(403);
    expect((await upload(ours.owner, id, body, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await upload(null, id, body)).status).toBe(401);
    expect((await upload(theirs.owner, id, body)).status).toBe(404);
    expect((await upload(theirs.owner, id, "no picture, which nobody looks at")).status).toBe(404);
    expect(await photosOf(id)).toBe(0);
  });

  it("is sent no oftener than pictures may be", async () => {
    const { id } = await createStaff(ours);
    const statuses = [];
    for (let n = 0; n < 11; n++) statuses.push((await upload(ours.owner, id, "")).status);
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429]);
  });

  it("is worked on two at a time, whoever sends them", async () => {
    const given = await picture(1200, 1200).jpeg().toBuffer();
    const made = Array.from({ length: 6 }, () => toAvatar(given));
    const { queue, process } = sharp.counters();
    expect(queue + process).toBeLessThanOrEqual(2);
    expect(await Promise.all(made)).toHaveLength(6);
  });

  it("is kept by a browser only at the address that names it, and by nobody for somebody else", async () => {
    const { id } = await createStaff(ours);
    const { body } = await upload(ours.owner, id, await picture(20, 20).png().toBuffer());
    const headers = browserHeaders(await sessionOf(ours.owner));
    const at = async (query: string) =>
      (await GET(new Request(`${address(id)}${query}`, { headers }), place(id))).headers;
    const named = new URL(body.avatarUrl, address(id)).search;
    expect((await at(named)).get("cache-control")).toBe("private, max-age=604800, immutable");
    expect((await at(named)).get("vary")).toContain("cookie");
    for (const other of ["", "?v=", "?v=000000000000", "?v=a"])
      expect((await at(other)).get("cache-control")).toBe("private, no-cache");
  });

  it("comes and goes over REST too, in base64", async () => {
    const { id } = await createStaff(ours);
    const rest = await restAs(ours.owner);
    // More than a usual request may bring.
    const noise = Buffer.alloc(900 * 900 * 3).map((_, index) => (index * 7919) % 251);
    const heavy = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } })
      .png()
      .toBuffer();
    const body = { image: heavy.toString("base64") };
    const sent = await rest(`PUT /api/v2/staff/${id}/photo`, { body });
    expect(sent).toMatchObject({ status: 200, body: { data: { avatar_url: expect.stringContaining(id) } } });
    const got = await rest(`GET /api/v2/staff/${id}/photo`);
    expect(got.body.data.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await rest(`DELETE /api/v2/staff/${id}/photo`)).status).toBeLessThan(300);
    expect((await rest(`GET /api/v2/staff/${id}/photo`)).status).toBe(404);
  });

  it("is seen by the business and by nobody else, until it is removed", async () => {
    const { id: staffId } = await createStaff(ours);
    await upload(ours.owner, staffId, await picture(20, 20).png().toBuffer());
    expect((await look(theirs.owner, staffId)).status).toBe(404);
    expect((await look(null, staffId)).status).toBe(401);
    await expect((await callerOf(theirs.owner)).staffPhotos.remove({ staffId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await (await callerOf(ours.owner)).staffPhotos.remove({ staffId });
    expect((await look(ours.owner, staffId)).status).toBe(404);
    const where = { subjectId: staffId, action: "edit_staff" };
    const logged = await platformClient().activityLog.findMany({ where, orderBy: { sequence: "asc" } });
    expect(logged.map(({ newValues }) => newValues)).toEqual([{ hasPhoto: true }, { hasPhoto: false }]);
  });
});

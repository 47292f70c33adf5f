import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/account/avatar/[userId]/route";
import { POST } from "@/app/api/account/avatar/route";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { browserHeaders, contextOf, sessionOf } from "../../support/signed-in";

let company: TestCompany;
beforeAll(async () => {
  company = await createTenantWithCompany();
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#3a7" } }).withExif({
    IFD0: { Copyright: "secret place" },
  });

async function upload(user: { userId: string }, body: Uint8Array | string, extra: Record<string, string> = {}) {
  const headers = browserHeaders(await sessionOf(user), extra);
  const init = { method: "POST", headers, body: body as BodyInit };
  const response = await POST(new Request("http://localhost:3000/api/account/avatar", init));
  return { status: response.status, body: await response.json() };
}

async function look(reader: { userId: string } | null, userId: string, extra: Record<string, string> = {}) {
  const headers = browserHeaders(reader ? await sessionOf(reader) : undefined, extra);
  const request = new Request(`http://localhost:3000/api/account/avatar/${userId}`, { headers });
  return GET(request, { params: Promise.resolve({ userId }) });
}

describe("a picture", () => {
  it.each(["png", "jpeg", "webp"] as const)("is taken as %s and kept as a small one of our own", async (format) => {
    const { id: userId } = await createUser(company);
    const given = await picture(900, 600).toFormat(format).toBuffer();
    const { status, body } = await upload({ userId }, given, { "content-type": "text/html" });
    expect(status).toBe(200);
    expect(body.avatarUrl).toMatch(new RegExp(`^/api/account/avatar/${userId}\\?v=[0-9a-f]{12}$`));
    const shown = await look({ userId }, userId);
    expect(shown.headers.get("content-type")).toBe("image/webp");
    expect(shown.headers.get("cache-control")).toMatch(/^private/);
    const kept = Buffer.from(await shown.arrayBuffer());
    expect(await sharp(kept).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect((await look({ userId }, userId, { "if-none-match": shown.headers.get("etag") ?? "" })).status).toBe(304);
  });

  it.each([
    ["a page", "<html><script>alert(1)</script></html>"],
    ["a drawing that can carry scripts", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["an old format", "GIF89a\u0001\u0000\u0001\u0000"],
    ["nothing", ""],
    ["the beginning of one only", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    [
      "a page that begins like one",
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<script>alert(1)</script>")]),
    ],
  ])("is none when it is %s", async (_, bytes) => {
    const { status, body } = await upload(company.owner, bytes);
    expect({ status, code: body.error?.code }).toEqual({ status: 400, code: "VALIDATION_ERROR" });
    expect(body.error.message).toMatch(/Bild/);
    expect(await platformClient().userAvatar.count({ where: { userId: company.owner.userId } })).toBe(0);
  });

  it("is none when a small file unfolds into a huge one", async () => {
    const bomb = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await upload(company.owner, bomb)).toMatchObject({
      status: 400,
      body: { error: { code: "VALIDATION_ERROR" } },
    });
  });

  it("is not larger than two megabytes", async () => {
    const { status, body } = await upload(company.owner, Buffer.alloc(2_000_001, 0xff));
    expect({ status, code: body.error.code }).toEqual({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  });

  it("comes from nobody without a session, and from no other site", async () => {
    const body = await picture(10, 10).png().toBuffer();
    expect(await upload(company.owner, body, { "sec-fetch-site": "cross-site" })).toMatchObject({ status: 403 });
    const stranger = new Request("http://localhost:3000/api/account/avatar", {
      method: "POST",
      body: new Uint8Array(body),
    });
    expect((await POST(stranger)).status).toBe(401);
  });

  it("is seen by colleagues and by nobody else, until it is removed", async () => {
    const { id: userId } = await createUser(company);
    await upload({ userId }, await picture(20, 20).png().toBuffer());
    const foreigner = (await createTenantWithCompany()).owner;
    expect((await look(company.owner, userId)).status).toBe(200);
    expect((await look(foreigner, userId)).status).toBe(404);
    expect((await look(null, userId)).status).toBe(401);
    const caller = appRouter.createCaller(await contextOf({ userId }));
    await caller.profile.removeAvatar();
    expect((await look({ userId }, userId)).status).toBe(404);
    expect(await caller.profile.get()).toMatchObject({ avatarUrl: null });
  });
});

describe("a profile", () => {
  it("is changed by its own person, and the business can read that it was", async () => {
    const { id: userId } = await createUser(company);
    const caller = appRouter.createCaller(await contextOf({ userId }));
    await caller.profile.edit({ name: " Eva Neu ", locale: "en", timezone: "Europe/Vienna" });
    expect(await caller.profile.get()).toMatchObject({ name: "Eva Neu", locale: "en", timezone: "Europe/Vienna" });
    expect((await appRouter.createCaller(await contextOf({ userId })).identity.me()).user.name).toBe("Eva Neu");
    const where = { companyId: company.companyId, action: "edit_profile", subjectId: userId };
    expect(await platformClient().activityLog.count({ where })).toBe(1);
  });

  it.each([{ name: "  " }, { name: "x".repeat(121) }, { locale: "fr" }, { timezone: "Mars/Olympus" }])(
    "takes nothing else (%j)",
    async (odd) => {
      const caller = appRouter.createCaller(await contextOf(company.owner));
      const input = { name: "Eva", locale: "de", timezone: "Europe/Berlin", ...odd } as never;
      await expect(caller.profile.edit(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    },
  );
});

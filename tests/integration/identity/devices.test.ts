import { beforeAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { signIn } from "@/server/identity/commands/sign-in";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";

const password = "correct horse battery";
const WINDOWS =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const NEWER = WINDOWS.replace("140", "141");
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:141.0) Gecko/20100101 Firefox/141.0";
let passwordHash: string;
let ours: TestCompany;

beforeAll(async () => {
  passwordHash = await quickHash(password);
  ours = await createTenantWithCompany();
});

const mailsTo = (userId: string) =>
  platformClient().accountMail.findMany({
    where: { userId, kind: "new_device" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

it("writes to somebody about a sign-in from a browser that they have not used before", async () => {
  const { id: userId, email } = await createUser(ours, { passwordHash });
  const enter = (visitor: { ip: string; userAgent: string; device?: string }) => signIn(visitor, { email, password });

  const first = await enter({ ip: "203.0.113.1", userAgent: WINDOWS });
  expect(await mailsTo(userId)).toEqual([]);
  await enter({ ip: "198.51.100.8", userAgent: WINDOWS, device: first.device });
  await enter({ ip: "203.0.113.1", userAgent: NEWER });
  expect(await mailsTo(userId)).toEqual([]);

  const second = await enter({ ip: "198.51.100.9", userAgent: MAC });
  expect((await mailsTo(userId)).map(({ facts }) => facts)).toEqual([
    expect.objectContaining({ device: "Firefox auf macOS", ip: "198.51.100.9" }),
  ]);
  expect(second.device).not.toBe(first.device);
  await enter({ ip: "192.0.2.33", userAgent: MAC, device: second.device });
  expect(await mailsTo(userId)).toHaveLength(1);
});

it("does not take another person's cookie, or anything that was made up, for a known browser", async () => {
  const [mine, theirs] = [await createUser(ours, { passwordHash }), await createUser(ours, { passwordHash })];
  const { device } = await signIn({ ip: "203.0.113.2", userAgent: WINDOWS }, { email: theirs.email, password });
  await signIn({ ip: "203.0.113.3", userAgent: WINDOWS }, { email: mine.email, password });
  await signIn({ ip: "198.51.100.1", userAgent: MAC, device }, { email: mine.email, password });
  const made = await signIn(
    { ip: "198.51.100.2", userAgent: MAC, device: "x".repeat(5000) },
    { email: mine.email, password },
  );
  expect(made.device).toHaveLength(43);
  expect(await mailsTo(mine.id)).toHaveLength(2);
  const row = await platformClient().knownDevice.findMany({ where: { userId: mine.id } });
  expect(JSON.stringify(row)).not.toContain(made.device);
});

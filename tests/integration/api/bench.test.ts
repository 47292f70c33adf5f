import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { createYardstickTables, toTake } from "@/tests/bench/yardsticks";
import { ownerOf } from "../../support/actors";
import { createBookableCompany, wishOf } from "../../support/booking";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

const post = () =>
  new Request("http://localhost/api/bench", { method: "POST", body: JSON.stringify({ event: "call_started" }) });

const STAFF = "019b76da-a800-7349-856a-ae6ff5116e1d";

async function openRoutes(bench: string) {
  vi.stubEnv("BENCH", bench);
  const empty = await import("@/app/api/bench/empty/route");
  const insert = await import("@/app/api/bench/insert/route");
  const take = await import("@/app/api/bench/take/route");
  const list = await import("@/app/api/bench/list/route");
  const { platformClient } = await import("@/server/core/db");
  return { empty: empty.POST, insert: insert.POST, take: take.POST, list: list.POST, platformClient };
}

it("has no yardsticks where customers are served", async () => {
  const { empty, insert, take, list } = await openRoutes("");
  for (const door of [empty, insert, take, list]) {
    const answer = await door(post());
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ success: false, error: { code: "NOT_FOUND" } });
  }
});

it("does nothing with one, and keeps the body of the other", async () => {
  await createYardstickTables(process.env.DATABASE_URL ?? "");
  const { empty, insert, platformClient } = await openRoutes("1");
  const kept = () => platformClient().$queryRaw`SELECT body FROM bench_rows`;
  expect((await empty(post())).status).toBe(200);
  expect((await insert(post())).status).toBe(200);
  expect(await kept()).toEqual([{ body: { event: "call_started" } }]);
});

it("takes a time of somebody once", async () => {
  await createYardstickTables(process.env.DATABASE_URL ?? "");
  const { take } = await openRoutes("1");
  const time = (startsAt: string, endsAt: string) => {
    const { headers, body } = toTake({ staff_id: STAFF, starts_at: startsAt, ends_at: endsAt });
    return take(new Request("http://localhost/api/bench", { method: "POST", headers, body } as RequestInit));
  };
  expect((await time("2026-12-01T09:00:00Z", "2026-12-01T09:30:00Z")).status).toBe(200);
  expect((await time("2026-12-01T09:30:00Z", "2026-12-01T10:00:00Z")).status).toBe(200);
  expect((await time("2026-12-01T09:15:00Z", "2026-12-01T09:45:00Z")).ok).toBe(false);
});

it("answers the same list with what isolates a company and without", async () => {
  const { list } = await openRoutes("1");
  const { sessionOf } = await import("../../support/signed-in");
  const ours = await createBookableCompany();
  await bookAppointment(ownerOf(ours.company), wishOf(ours));
  const cookie = `portal_session=${await sessionOf(ours.company.owner)}`;
  const ask = async (isIsolated: boolean) => {
    const body = JSON.stringify({ isIsolated });
    const answer = await list(
      new Request("http://localhost/api/bench/list", { method: "POST", headers: { cookie }, body }),
    );
    return (await answer.json()) as { items: unknown[] };
  };
  const isolated = await ask(true);
  expect(isolated.items).toHaveLength(1);
  expect(await ask(false)).toEqual(isolated);
});

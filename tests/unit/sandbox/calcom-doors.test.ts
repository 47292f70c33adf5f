import { describe, expect, it } from "vitest";
import { bookingAt, HAIRCUT, KEYS, OWNER, runSandbox } from "./running-sandbox";

describe("at the door", () => {
  it("refuses a wrong key and a missing one with 401", async () => {
    const { calcom, url } = await runSandbox();
    expect((await calcom("/me", { key: "cal_wrong" })).status).toBe(401);
    const bare = await fetch(`${url}/calcom/v2/me`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ status: "error", error: { code: "UnauthorizedException" } });
  });

  it.each([["/bookings"], ["/slots"], ["/event-types"], ["/schedules"]])(
    "knows %s only in its own version",
    async (path) => {
      const { calcom } = await runSandbox();
      expect((await calcom(path, { version: null })).status).toBe(404);
      expect((await calcom(path, { version: "2024-04-15" })).status).toBe(404);
    },
  );

  it("does not mind the version elsewhere", async () => {
    const { calcom } = await runSandbox();
    expect((await calcom("/me", { version: null })).status).toBe(200);
  });

  it("words a body that is no JSON without details", async () => {
    const { url } = await runSandbox();
    const headers = { authorization: `Bearer ${KEYS.calcomApiKeys[0]}`, "cal-api-version": "2024-08-13" };
    const response = await fetch(`${url}/calcom/v2/bookings`, { method: "POST", headers, body: "{" });
    const { error } = (await response.json()) as { error: object };
    expect(response.status).toBe(400);
    expect(error).toEqual({ code: "BAD_REQUEST", message: "Malformed JSON in body" });
  });

  it("shuts a key out for a minute after 120 requests, and says in seconds for how long", async () => {
    let now = new Date("2026-12-07T08:00:00Z");
    const { calcom } = await runSandbox({ now: () => now });
    const first = await calcom("/me");
    expect(first.headers.get("x-ratelimit-limit-default")).toBe("120");
    expect(first.headers.get("x-ratelimit-remaining-default")).toBe("119");
    for (let sent = 1; sent < 120; sent += 1) await calcom("/me");
    const refused = await calcom("/me");
    expect([refused.status, refused.headers.get("x-ratelimit-reset-default")]).toEqual([429, "60"]);
    expect((await calcom("/me", { key: KEYS.calcomApiKeys[1] ?? "" })).status).toBe(200);
    now = new Date(now.getTime() + 61_000);
    expect((await calcom("/me")).status).toBe(200);
  });

  it("knows no limit when it is lifted", async () => {
    const { calcom } = await runSandbox({ calcomRateLimit: 0 });
    for (let sent = 0; sent < 130; sent += 1) expect((await calcom("/me")).status).toBe(200);
  });
});

describe("event types", () => {
  it("are made, changed and listed, without what they don't know", async () => {
    const { calcom } = await runSandbox();
    const body = { title: "Bart", slug: "bart", lengthInMinutes: 20, metadata: { ours: "1" } };
    const { status, body: made } = await calcom("/event-types", { body });
    expect([status, made.data.metadata]).toEqual([201, {}]);
    await calcom(`/event-types/${made.data.id}`, { body: { lengthInMinutes: 25 }, method: "PATCH" });
    const { body: list } = await calcom("/event-types");
    expect(list.data).toMatchObject([{ title: "Bart", lengthInMinutes: 25 }]);
  });

  it("have a slug of their own for each owner", async () => {
    const { calcom } = await runSandbox();
    const body = { title: "Bart", slug: "bart", lengthInMinutes: 20 };
    await calcom("/event-types", { body });
    expect((await calcom("/event-types", { body })).status).toBe(400);
  });
});

describe("slots", () => {
  async function tuesdayMorning(query: string) {
    const sandbox = await runSandbox();
    await sandbox.steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT] });
    const { body } = await sandbox.calcom("/schedules/default");
    const availability = [{ days: ["Tuesday"], startTime: "09:00", endTime: "10:30" }];
    await sandbox.calcom(`/schedules/${body.data.id}`, { body: { availability }, method: "PATCH" });
    await sandbox.calcom("/bookings", { body: bookingAt("2026-12-08T08:30:00Z") });
    return sandbox.calcom(`/slots?start=2026-12-07&end=2026-12-09${query}`);
  }

  it("are the free times of the host, by day, in the zone asked for", async () => {
    const { body } = await tuesdayMorning("&eventTypeId=100&timeZone=Europe/Berlin");
    expect(body.data).toEqual({
      "2026-12-08": [{ start: "2026-12-08T09:00:00.000+01:00" }, { start: "2026-12-08T10:00:00.000+01:00" }],
    });
  });

  it("come with their end in the range format, in UTC by default", async () => {
    const { body } = await tuesdayMorning("&eventTypeSlug=haarschnitt&username=anna&format=range");
    const [first] = body.data["2026-12-08"];
    expect(first).toEqual({ start: "2026-12-08T08:00:00.000Z", end: "2026-12-08T08:30:00.000Z" });
  });

  it("refuse to be asked for in two ways at once", async () => {
    expect((await tuesdayMorning("&eventTypeId=100&username=anna")).status).toBe(400);
  });

  it("keep the wall clock over the change to summer time", async () => {
    const sandbox = await runSandbox({ now: () => new Date("2027-03-26T08:00:00Z") });
    await sandbox.steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT] });
    const { body } = await sandbox.calcom("/schedules/default");
    const availability = [{ days: ["Saturday", "Sunday"], startTime: "09:00", endTime: "09:30" }];
    await sandbox.calcom(`/schedules/${body.data.id}`, { body: { availability }, method: "PATCH" });
    const slots = await sandbox.calcom("/slots?start=2027-03-27&end=2027-03-29&eventTypeId=100");
    expect(slots.body.data).toEqual({
      "2027-03-27": [{ start: "2027-03-27T08:00:00.000Z" }],
      "2027-03-28": [{ start: "2027-03-28T07:00:00.000Z" }],
    });
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { bookingPenaltyOf } from "@/server/core/penalties";
import { closeCounters } from "@/server/core/request-limits/count-requests";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany } from "../../support/booking";
import { coming, iso } from "../../support/coming-days";
import { startRedis } from "../../support/redis-server";
import { rest } from "../../support/rest-requests";

const redis = await startRedis();
process.env.REDIS_URL = redis.url;
process.env.LIMITS = JSON.stringify({ user: 30 });
afterAll(async () => {
  await closeCounters();
  await redis.stop();
});

let salon: BookableCompany;
beforeAll(async () => {
  salon = await createBookableCompany();
});

async function newKey() {
  const wish = { name: "Kasse", scopes: ["create_appointments" as const], branchIds: [], expiresInDays: 1 };
  return (await createApiKey(ownerOf(salon.company, new Date()), wish)).secret;
}
const waitOf = ({ headers }: { headers: Headers }) => Number(headers.get("retry-after"));

/** A program without the right to decide against a policy books the same customer, half an hour later each time. */
let booked = 0;
async function book(key: string) {
  const { customer, service, staff, company } = salon;
  const startsAt = iso(coming(2), 9 + Math.floor(booked / 2), (booked % 2) * 30);
  booked += 1;
  const who = { customer_id: customer.id, service_id: service.id, staff_id: staff.id, branch_id: company.branchId };
  return rest("POST /api/v2/bookings", { headers: { "x-api-key": key }, body: { ...who, starts_at: startsAt } });
}

const penalty = () => ({ bucket: bookingPenaltyOf(salon.customer.id) });
/** Their waiting time is over, just now. */
const serve = () => platformClient().limitPenalty.update({ where: penalty(), data: { blockedUntil: new Date() } });

it("counts a key's requests exactly, however many come at once, and says when to come again", async () => {
  const key = await newKey();
  const ask = () => rest("GET /api/v2/customers", { headers: { "x-api-key": key } });
  const answers = await Promise.all(Array.from({ length: 40 }, ask));
  const refused = answers.filter(({ status }) => status === 429);
  expect([answers.filter(({ status }) => status === 403).length, refused.length]).toEqual([30, 10]);
  for (const answer of refused) {
    expect(waitOf(answer)).toBeGreaterThan(0);
    expect(answer.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(answer.body.error).toMatchObject({ code: "RATE_LIMITED", details: { retry_after_seconds: waitOf(answer) } });
  }
  expect(await platformClient().requestWindow.count()).toBe(0);
});

it("lets a customer who books too often wait twice as long each further time, also when Redis is gone", async () => {
  const key = await newKey();
  for (let n = 0; n < 5; n++) expect((await book(key)).status).toBe(201);

  const first = await book(key);
  expect([first.status, first.body.error.code, waitOf(first)]).toEqual([422, "POLICY_BLOCKED", 900]);
  const impatient = await book(key);
  expect([impatient.status, impatient.body.error.code]).toEqual([429, "RATE_LIMITED"]);
  expect(waitOf(impatient)).toBeGreaterThan(0);
  expect(waitOf(impatient)).toBeLessThanOrEqual(900);

  await serve();
  const second = await book(key);
  expect([second.status, waitOf(second)]).toEqual([422, 1800]);
  await redis.stop();
  await serve();
  const third = await book(key);
  expect([third.status, waitOf(third)]).toEqual([422, 3600]);
  expect(await platformClient().requestWindow.count()).toBeGreaterThan(0);
  expect(await platformClient().appointment.count({ where: { customerId: salon.customer.id } })).toBe(5);
});

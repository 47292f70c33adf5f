import { receiveCalcomWebhook } from "@/server/calcom/commands/receive-calcom-webhook";
import type { Reply, SandboxRequest } from "@/server/sandbox/http/route";
import { answerAs } from "@/server/sandbox/http/serve";
import { currentJob } from "./runner";
import { letTimePass } from "./time-here";
import { happened, type World } from "./world";

const TIMEOUT_MS = 8_000;
const NEVER = new Promise<never>(() => undefined);

/** The network between both sides: what is asked goes to the sandbox's own routes, what is told waits on the wire. */
export async function passOn(world: World, url: URL, init: RequestInit): Promise<Response> {
  const headers = Object.fromEntries(new Headers(init.headers));
  const raw = typeof init.body === "string" ? init.body : "";
  if (url.hostname === "app.simulation") {
    world.wire.push({ raw, headers });
    return new Response("{}");
  }
  const path = url.pathname.slice("/calcom".length);
  return ask(world, { method: init.method ?? "GET", path, query: url.searchParams, headers, raw, params: {} });
}

/** A request and its answer, with all that may come between them. */
async function ask(world: World, request: SandboxRequest): Promise<Response> {
  const { chance, isQuiet, sandbox } = world;
  const killed = !isQuiet && chance.happens(0.04) ? chance.oneOf(["before", "after"] as const) : null;
  await interrupt(world);
  if (killed === "before") return endProcess(world, "killed before");
  const { kind } = sandbox.faults.strike("calcom", request);
  if (kind) happened(world, kind, request.path);
  if (kind === "timeout") return leaveUnanswered(world, request);
  const reply = await answerAs(world.provider, request, kind);
  noteEffect(world, request, reply);
  if (killed === "after") return endProcess(world, "killed after");
  if (kind === "lost_answer")
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("gone"), { code: "ECONNRESET" }) });
  await interrupt(world);
  const body = reply.body === undefined || typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
  return new Response(body ?? null, { status: reply.status, headers: reply.headers ?? {} });
}

/** The process is gone: what it was about to do never happens, and who ran it hears of it in the end. */
function endProcess(world: World, how: string): Promise<never> {
  const job = currentJob(world);
  if (job) {
    happened(world, how);
    job.end();
    return NEVER;
  }
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("gone"), { code: "ECONNRESET" }) });
}

/** Nobody waits any longer; over there it may still come about, later or never. */
async function leaveUnanswered(world: World, request: SandboxRequest): Promise<never> {
  const { chance, clock, late } = world;
  const happen = async () => noteEffect(world, request, await answerAs(world.provider, request, null));
  if (request.method !== "GET" && chance.happens(0.5))
    late.push({ dueAt: clock.now().getTime() + chance.between(TIMEOUT_MS, 40_000), happen });
  await letTimePass(world, TIMEOUT_MS);
  throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
}

/** Others do not stand still meanwhile. */
async function interrupt(world: World): Promise<void> {
  const { meanwhile, chance, isQuiet } = world;
  if (isQuiet || !meanwhile || !chance.happens(0.06)) return;
  world.meanwhile = null;
  try {
    await meanwhile(world);
    happened(world, "meanwhile");
  } finally {
    world.meanwhile = meanwhile;
  }
}

/** What our key has done there: an appointment never has two bookings to come that stand, not even for a moment. */
function noteEffect(world: World, { method, path, raw }: SandboxRequest, { status, body }: Reply): void {
  if (method === "GET") return;
  if (status >= 300) {
    happened(world, "refused there", `${path} ${status} ${JSON.stringify(body)}`);
    return;
  }
  happened(world, "written there", `${path} ${raw} ${briefly(body)}`);
  const seen = new Set<string>();
  for (const { status: state, metadata, uid, endMs } of world.sandbox.calcom.bookings.values()) {
    if ((state !== "accepted" && state !== "pending") || !metadata.appointmentId) continue;
    // What is over was another visit: who did not come then comes another day.
    if (endMs <= world.clock.now().getTime()) continue;
    const key = `${metadata.appointmentId} ${metadata.segment ?? 0}`;
    if (seen.has(key)) world.wrongs.push(`${path}: a second booking (${uid}) stands for appointment ${key}`);
    seen.add(key);
  }
}

/** Which booking came of it, for whoever follows one through a trace. */
function briefly(body: unknown): string {
  const { uid, status, start } = (body as { data?: Record<string, unknown> } | undefined)?.data ?? {};
  return `-> ${uid} ${status} ${start}`;
}

/** Brings what is on its way to our own door. */
export async function bring(world: World, { raw, headers }: World["wire"][number]): Promise<void> {
  const signature = headers["x-cal-signature-256"] ?? null;
  await receiveCalcomWebhook({ companyKey: world.company.companyId, raw, signature, headers: {} });
}

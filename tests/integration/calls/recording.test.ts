import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/calls/[callId]/recording/route";
import { exportCall } from "@/server/calls/commands/export-call";
import { getCall } from "@/server/calls/queries/get-call";
import { callDetails } from "@/server/calls/schema";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import type { RunningSandbox } from "@/server/sandbox/start-sandbox";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { processCallEvents } from "../../support/process-calls";
import { startProviders } from "../../support/providers";
import { browserHeaders, sessionOf } from "../../support/signed-in";
import { createTelephoneCompany, ringing, sendEvent, type TelephoneCompany } from "../../support/telephone";

let providers: RunningSandbox;
beforeAll(async () => {
  providers = await startProviders();
});
afterAll(() => providers.stop());

let company: TelephoneCompany;
beforeEach(async () => {
  company = await createTelephoneCompany();
});

const kept = (query = "seconds=3&voices=a0.5-1.5,u2-2.5") =>
  new URL(`/recordings/call_told.wav?${query}`, env().RETELL_BASE_URL).href;

/** A call that was told to the end, as the webhook brings it. */
async function tellCall({ recording_url = kept(), recording_consent = "audio" } = {}): Promise<string> {
  const call = ringing(company);
  const words = [
    { word: "Guten", start: 0.5, end: 0.9 },
    { word: "Tag!", start: 0.9, end: 1.5 },
  ];
  await sendEvent("call_ended", {
    ...call,
    call_status: "ended",
    end_timestamp: call.start_timestamp + 3000,
    duration_ms: 3000,
    disconnection_reason: "user_hangup",
    transcript: "Agent: Guten Tag!\n",
    transcript_object: [{ role: "agent", content: "Guten Tag!", words }],
    recording_url,
    collected_dynamic_variables: { recording_consent },
  });
  await processCallEvents(company);
  return (await platformClient().call.findFirstOrThrow({ where: { retellCallId: call.call_id } })).id;
}

async function listen(
  callId: string,
  user: { userId: string } | null = company.owner,
  extra: Record<string, string> = {},
) {
  const headers = browserHeaders(user ? await sessionOf(user) : undefined, extra);
  const request = new Request(`http://localhost:3000/api/calls/${callId}/recording`, { headers });
  return GET(request, { params: Promise.resolve({ callId }) });
}
const codeOf = async (answer: Response) => (await answer.json()).error.code;

describe("what was recorded of a call", () => {
  it("is heard through our own door, which tells nobody where the provider keeps it", async () => {
    const callId = await tellCall();
    const answer = await listen(callId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("audio/wav");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe("RIFF");
    const details = callDetails.parse(await getCall(ownerOf(company), { callId }));
    expect(details).toMatchObject({
      hasRecording: true,
      turns: [
        {
          words: [
            { at: 0, start: 0.5 },
            { at: 6, start: 0.9 },
          ],
        },
      ],
    });
    const exported = await exportCall(ownerOf(company), { callId });
    expect(exported.audio.url).toBe(new URL(`/api/calls/${callId}/recording`, env().APP_URL).href);
    for (const told of [details, exported]) expect(JSON.stringify(told)).not.toContain("call_told");
  });

  it("is heard from where one wants to hear it", async () => {
    const callId = await tellCall();
    const whole = Buffer.from(await (await listen(callId)).arrayBuffer());
    const part = await listen(callId, company.owner, { range: "bytes=1000-1999" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 1000-1999/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(1000, 2000));
    const beyond = await listen(callId, company.owner, { range: `bytes=${whole.length}-` });
    expect([beyond.status, await beyond.text()]).toEqual([416, ""]);
    const nonsense = await listen(callId, company.owner, { range: "bytes=a-b\u00e9" });
    expect([nonsense.status, (await nonsense.arrayBuffer()).byteLength]).toEqual([200, whole.length]);
  });

  it("is for those who may see the call, in their own company", async () => {
    const callId = await tellCall();
    const theirs: TestCompany = await createTenantWithCompany();
    expect(await codeOf(await listen(callId, theirs.owner))).toBe("NOT_FOUND");
    expect(await codeOf(await listen(callId, null))).toBe("UNAUTHENTICATED");
    const staff = await createUser(company, { role: "staff" });
    expect(await codeOf(await listen(callId, { userId: staff.id }))).toBe("NOT_FOUND");
  });

  it.each(["transcript_only", "none"])("is none after the answer %s, whatever the row still says", async (consent) => {
    const callId = await tellCall({ recording_consent: consent });
    expect(await codeOf(await listen(callId))).toBe("NOT_FOUND");
    await platformClient().call.update({ where: { id: callId }, data: { recordingUrl: kept() } });
    expect(await codeOf(await listen(callId))).toBe("NOT_FOUND");
    expect(await getCall(ownerOf(company), { callId })).toMatchObject({ hasRecording: false });
  });

  it("says so when it is gone, and when nobody answers", async () => {
    const gone = await tellCall({ recording_url: kept("") });
    expect((await (await listen(gone)).json()).error).toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching(/nicht mehr da|gone/),
    });
    const callId = await tellCall();
    await providers.stop();
    try {
      expect(await codeOf(await listen(callId))).toBe("INTEGRATION_UNAVAILABLE");
    } finally {
      providers = await startProviders();
    }
  });

  it("is fetched from nowhere but the provider, whatever address a signed event names", async () => {
    for (const recording_url of [
      "http://169.254.169.254/latest/meta-data",
      "http://127.0.0.1:1/x.wav",
      "file:///etc/passwd",
    ])
      expect(await codeOf(await listen(await tellCall({ recording_url })))).toBe("NOT_FOUND");
  });
});

import { expect, it } from "vitest";
import { runSandbox } from "./running-sandbox";

const LINE = { lines: [{ name: "Salon", phone_number: "+493023125100", agent_id: "agent_1" }] };
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

/** Seconds of a WAV with one byte for each sample, by its own header. */
const secondsOf = (file: Buffer) => file.readUInt32LE(40) / file.readUInt32LE(24);
const isLoud = (file: Buffer, second: number) => {
  const from = 44 + Math.round(second * 8000);
  return file.subarray(from, from + 400).some((sample) => Math.abs(sample - 128) > 5);
};

it("keeps a recording of a played call: as long as the call, and heard where somebody speaks", async () => {
  const { steer, url } = await runSandbox();
  await steer("/retell/seed", LINE);
  const script = [{ agent: "Guten Tag, was kann ich für Sie tun?" }, { user: "Nichts, danke." }];
  const { body: played } = await steer("/calls", { script, values: { recording_consent: "audio" } });
  const headers = { authorization: "Bearer key_retell" };
  const call = await (await fetch(`${url}/retell/v2/get-call/${played.call_id}`, { headers })).json();
  expect(call.collected_dynamic_variables).toEqual({ recording_consent: "audio" });
  expect(new URL(call.recording_url).origin).toBe(url);

  const answer = await fetch(call.recording_url);
  const file = await bytesOf(answer);
  expect(answer.headers.get("content-type")).toBe("audio/wav");
  expect(file.subarray(0, 4).toString() + file.subarray(8, 12).toString()).toBe("RIFFWAVE");
  expect(secondsOf(file)).toBeCloseTo(call.duration_ms / 1000, 2);
  const [{ start, end }] = call.transcript_object[1].words;
  expect(isLoud(file, (start + end) / 2)).toBe(true);
});

it("plays a call that was made up elsewhere by what its address says", async () => {
  const { url } = await runSandbox();
  const file = await bytesOf(await fetch(`${url}/recordings/call_told.wav?seconds=9&voices=a0.4-3.1,u5.0-6.0`));
  expect(secondsOf(file)).toBe(9);
  expect([1, 4, 5.5, 8].map((second) => isLoud(file, second))).toEqual([true, false, true, false]);
  for (const address of ["call_gone.wav", "call_gone.wav?seconds=0", "call_gone.wav?seconds=1e9"])
    expect((await fetch(`${url}/recordings/${address}`)).status).toBe(404);
});

it("gives the part that is asked for", async () => {
  const { url } = await runSandbox();
  const address = `${url}/recordings/call_told.wav?seconds=1&voices=a0-1`;
  const whole = await bytesOf(await fetch(address));
  const part = async (range: string) => {
    const answer = await fetch(address, { headers: { range } });
    return { status: answer.status, range: answer.headers.get("content-range"), bytes: await bytesOf(answer) };
  };
  const total = whole.length;
  expect(await part("bytes=100-199")).toEqual({
    ...{ status: 206, range: `bytes 100-199/${total}` },
    bytes: whole.subarray(100, 200),
  });
  expect(await part("bytes=8000-")).toMatchObject({ status: 206, bytes: whole.subarray(8000) });
  expect(await part("bytes=-10")).toMatchObject({ status: 206, bytes: whole.subarray(-10) });
  expect(await part(`bytes=${total}-`)).toMatchObject({ status: 416, range: `bytes */${total}` });
});

import { type Reply, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { toRecording, type Voice, voicesOf } from "../telephone/recording";
import type { RetellCall } from "./call-object";

/** Nobody talks longer. */
const LONGEST_SECONDS = 3600;

/** Where the storage keeps what was recorded: whoever has the address may listen, as over there. */
export const recordingUrl = ({ address }: Pick<Sandbox, "address">, { call_id }: Pick<RetellCall, "call_id">): string =>
  `${address}/recordings/${call_id}.wav`;

/**
 * The storage, which is no part of the API: without a key, and in parts where one is asked for. A call that is not known here,
 * because it was made up elsewhere, says in its address how long it was and who spoke when (`?seconds=9&voices=a0.4-3.1,u4-6`).
 */
export function recordingRoutes({ retell }: Sandbox): Route[] {
  return [
    route("GET /recordings/:file", (request) => {
      const id = (request.params.file ?? "").replace(/\.wav$/, "");
      const call = retell.calls.get(id);
      if (call?.recording_url) return partOf(request, toRecording(voicesOf(call), (call.duration_ms ?? 0) / 1000));
      const seconds = Number(request.query.get("seconds"));
      if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) return { status: 404, body: { error: "no such recording" } };
      return partOf(request, toRecording(readVoices(request.query.get("voices") ?? ""), seconds));
    }),
  ];
}

function readVoices(text: string): Voice[] {
  return [...text.matchAll(/([au])([\d.]+)-([\d.]+)/g)].map(([, who, from, until]) => ({
    role: who === "a" ? "agent" : "user",
    from: Number(from),
    until: Number(until),
  }));
}

const WAV = { "content-type": "audio/wav", "accept-ranges": "bytes" };

function partOf({ headers }: SandboxRequest, file: Uint8Array): Reply {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
  const sized = (bytes: Uint8Array) => ({ ...WAV, "content-length": String(bytes.length) });
  if (!first && !last) return { status: 200, body: file, headers: sized(file) };
  const from = first ? Number(first) : Math.max(0, file.length - Number(last));
  const until = first && last ? Math.min(Number(last), file.length - 1) : file.length - 1;
  if (from > until) return { status: 416, headers: { ...WAV, "content-range": `bytes */${file.length}` } };
  const part = file.subarray(from, until + 1);
  const range = { "content-range": `bytes ${from}-${until}/${file.length}` };
  return { status: 206, body: part, headers: { ...sized(part), ...range } };
}

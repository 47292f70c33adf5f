import type { RetellCall } from "../retell/call-object";

/** Somebody speaks from one second of the call to another. */
export interface Voice {
  role: "agent" | "user";
  from: number;
  until: number;
}

const SAMPLES_PER_SECOND = 8000;
const HEADER_BYTES = 44;
const SILENCE = 128;
/** Quiet: nobody is startled in an office. */
const LOUDNESS = 14;
/** Each has a pitch of their own, so that one hears who speaks. */
const PITCH = { agent: 330, user: 220 };
const FADE_SECONDS = 0.02;

/** What was spoken in a call, word by word. */
export function voicesOf({ transcript_object = [] }: Pick<RetellCall, "transcript_object">): Voice[] {
  return transcript_object.flatMap(({ role, words }) =>
    words.map(({ start, end }) => ({ role, from: start, until: end })),
  );
}

/** A WAV (8 kHz, one channel, 8 bits) of exactly that length: a tone for as long as somebody speaks, else silence. */
export function toRecording(voices: readonly Voice[], seconds: number): Uint8Array {
  const count = Math.round(seconds * SAMPLES_PER_SECOND);
  const file = Buffer.alloc(HEADER_BYTES + count, SILENCE);
  writeHeader(file, count);
  for (const voice of voices) {
    const until = Math.min(count, Math.round(voice.until * SAMPLES_PER_SECOND));
    for (let at = Math.round(voice.from * SAMPLES_PER_SECOND); at < until; at += 1)
      file[HEADER_BYTES + at] = SILENCE + Math.round(LOUDNESS * swing(voice, at / SAMPLES_PER_SECOND));
  }
  return file;
}

/** Between -1 and 1; beginning and end are soft, so that nothing clicks. */
function swing({ role, from, until }: Voice, second: number): number {
  const edge = Math.min(1, (second - from) / FADE_SECONDS, (until - second) / FADE_SECONDS);
  return Math.sin(2 * Math.PI * PITCH[role] * second) * Math.max(0, edge);
}

function writeHeader(file: Buffer, count: number): void {
  file.write("RIFF", 0);
  file.writeUInt32LE(HEADER_BYTES - 8 + count, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  const [pcm, channels, bytesPerSample, bits] = [1, 1, 1, 8];
  file.writeUInt16LE(pcm, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  file.writeUInt32LE(SAMPLES_PER_SECOND * bytesPerSample, 28);
  file.writeUInt16LE(bytesPerSample, 32);
  file.writeUInt16LE(bits, 34);
  file.write("data", 36);
  file.writeUInt32LE(count, 40);
}

import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { fetchRecording, type Recording } from "../adapters/recording";
import { findRecordingUrl } from "../repository/list";
import type { OpenRecordingInput } from "../schema";

/**
 * What was recorded of a call, or a part of it, passed on as it comes. Where the provider keeps it nobody learns: its address
 * opens for everybody who has it.
 */
export async function openRecording(ctx: CompanyContext, { callId, range }: OpenRecordingInput): Promise<Recording> {
  const url = await transact(ctx, (tx) => findRecordingUrl(tx, callId));
  if (!url) throw notFound("recording");
  return fetchRecording(url, range);
}

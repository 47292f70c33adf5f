import { env } from "@/server/core/env";
import { notFound } from "@/server/core/errors";
import { errorResponse, readText } from "./http";

/** As much as the doors that are measured against it take. */
const MAX_BYTES = 4_000_000;

/** A yardstick of the bench: reads the body as every door does, does its work, answers. Not there unless BENCH=1. */
export function benchDoor(work: (body: string) => Promise<void> | void) {
  return async (request: Request): Promise<Response> => {
    try {
      if (env().BENCH !== "1") throw notFound("procedure");
      await work(await readText(request, { maxBytes: MAX_BYTES }));
      return Response.json({ success: true });
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

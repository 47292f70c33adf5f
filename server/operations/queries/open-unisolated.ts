import { env } from "@/server/core/env";
import { notFound } from "@/server/core/errors";
import { openUnisolated as open } from "../repository/bench";

/** A company's data by a role that sees every row and without a transaction. Not there unless BENCH=1. */
export function openUnisolated() {
  if (env().BENCH !== "1") throw notFound("procedure");
  return open();
}

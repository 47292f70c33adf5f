import { readFinalState as readState } from "@/server/calls/simulator/repository";
import { ZONE } from "@/server/calls/simulator/rules/salon";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../support/actors";
import type { Salon } from "./salon";

/** What stands in the salon, as the simulator of the portal reads it. */
export const readFinalState = ({ company }: Salon) =>
  transact(ownerOf(company, new Date()), (tx) => readState(tx, { zone: ZONE }));

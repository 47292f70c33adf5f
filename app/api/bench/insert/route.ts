import { benchDoor } from "@/server/api/bench-door";
import { recordBenchRow } from "@/server/operations/commands/record-bench-row";

export const dynamic = "force-dynamic";

export const POST = benchDoor(recordBenchRow);

import { benchDoor } from "@/server/api/bench-door";
import { recordBenchTime } from "@/server/operations/commands/record-bench-time";

export const dynamic = "force-dynamic";

export const POST = benchDoor(recordBenchTime);

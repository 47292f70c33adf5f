import { handleBenchList } from "@/server/api/bench-list";

export const dynamic = "force-dynamic";

export const POST = handleBenchList;

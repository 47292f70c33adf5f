import { benchDoor } from "@/server/api/bench-door";

export const dynamic = "force-dynamic";

export const POST = benchDoor(() => {});

/** An older name of the same door. */
export { POST } from "@/app/webhooks/retell/route";

export const dynamic = "force-dynamic";

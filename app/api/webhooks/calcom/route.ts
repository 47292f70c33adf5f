/** An older name of the same door. */
export { POST } from "@/app/webhooks/calcom/route";

export const dynamic = "force-dynamic";

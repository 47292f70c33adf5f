import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";
/** Above the client's checkpointing.maxRuntime. */
export const maxDuration = 60;

export const { GET, POST, PUT } = serve({ client: inngest, functions, enableUnauthedSync: false });

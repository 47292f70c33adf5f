import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { countQueue } from "../repository/queue";
import type { QueueStatus } from "../schema";

/** What waits, what runs and what has failed. */
export const getQueueStatus = (ctx: PlatformContext): Promise<QueueStatus> => transactAsPlatform(ctx, countQueue);

import { z } from "zod";
import type { CalcomHttp } from "./calcom-http";
import { anyAnswer, oneAnswer, rowsAnswer } from "./calcom-rows";

const VERSION = "2024-08-13";
const PAGE = 250;

const subscription = z
  .looseObject({
    id: z.string(),
    subscriberUrl: z.string(),
    triggers: z.array(z.string()).catch([]),
    active: z.boolean().catch(true),
  })
  .transform(({ id, subscriberUrl, triggers, active }) => ({ id, subscriberUrl, triggers, isActive: active }));
export type CalcomSubscription = z.infer<typeof subscription>;

export interface SubscriptionWish {
  subscriberUrl: string;
  triggers: string[];
  secret: string;
}

/** The shape of the payload that `readNews` reads. */
const toBody = (wish: SubscriptionWish) => ({ ...wish, active: true, version: "2021-10-20" });

/** A type of a team; without one it is about the bookings that the key's owner has by their own types. */
export interface TypePlace {
  teamId: number;
  eventTypeId: number;
}

const baseOf = (type: TypePlace | undefined): string =>
  type ? `/teams/${type.teamId}/event-types/${type.eventTypeId}/webhooks` : "/webhooks";

/** Who hears of changes. A team has no subscriptions but those of its types. */
export function subscriptionCalls(http: CalcomHttp) {
  const at = (id: string, type?: TypePlace) => {
    return { path: `${baseOf(type)}/${encodeURIComponent(id)}`, version: VERSION };
  };
  return {
    async listSubscriptions(type?: TypePlace): Promise<CalcomSubscription[]> {
      const all: CalcomSubscription[] = [];
      for (let skip = 0; ; skip += PAGE) {
        const query = { take: String(PAGE), skip: String(skip) };
        const page = await http.read({ path: baseOf(type), version: VERSION, query, answer: rowsAnswer(subscription) });
        all.push(...page.rows);
        if (page.rows.length + page.unreadable.length < PAGE) return all;
      }
    },
    createSubscription: (wish: SubscriptionWish, type?: TypePlace): Promise<CalcomSubscription> => {
      const answer = oneAnswer(subscription);
      return http.write({ path: baseOf(type), version: VERSION, method: "POST", body: toBody(wish), answer });
    },
    updateSubscription: ({ id, ...wish }: SubscriptionWish & { id: string }, type?: TypePlace) =>
      http.write({ ...at(id, type), method: "PATCH", body: toBody(wish), answer: oneAnswer(subscription) }),
    deleteSubscription: (id: string, type?: TypePlace): Promise<void> =>
      http.write({ ...at(id, type), method: "DELETE", answer: anyAnswer }),
  };
}

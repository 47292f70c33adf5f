import type { NoticeChannel } from "../schema";

interface NoticeChoice {
  notifyCustomer?: boolean | undefined;
  notifyChannels?: NoticeChannel[] | undefined;
}

/** What an event says about telling the customer: yes, unless somebody decided otherwise. */
export function noticeOf({ notifyCustomer = true, notifyChannels }: NoticeChoice) {
  return { notifyCustomer, ...(notifyChannels && { notifyChannels }) };
}

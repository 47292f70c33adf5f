"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useFormContext } from "react-hook-form";
import type { NoticeChannel } from "@/server/appointments/schema";
import type { MessagePreviews, PreviewMessageInput } from "@/server/notifications/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { NoticePreview } from "./notice-preview";

/** What is about to happen, as far as it is decided; instants as texts. */
export type NoticeSubject = Omit<PreviewMessageInput, "startsAt"> & { startsAt?: string };

interface NoticeValues {
  notifyCustomer?: boolean;
  notifyChannels?: NoticeChannel[];
}

/** Whether the customer is told, on which channels, and what they would read. */
export function NoticeChoice({ subject }: { subject: NoticeSubject | null }) {
  const text = useText("appointments");
  const id = useId();
  const form = useFormContext<NoticeValues>();
  const isTold = form.watch("notifyCustomer") !== false;
  const canSee = useCan("view_customers");
  const preview = useQuery(
    useTRPC().notifications.preview.queryOptions(subject ?? { what: "booked" }, {
      enabled: canSee && isTold && subject !== null,
    }),
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <label htmlFor={id} className="flex items-start gap-2.5 font-medium">
        <Checkbox id={id} className="mt-0.5" {...form.register("notifyCustomer")} />
        {text("notice.tell")}
      </label>
      {isTold && subject && preview.data && <Channels previews={preview.data} />}
    </fieldset>
  );
}

const isChannel = (channel: string): channel is NoticeChannel => channel === "sms" || channel === "email";

function Channels({ previews }: { previews: MessagePreviews }) {
  const text = useText("appointments");
  const form = useFormContext<NoticeValues>();
  const possible = previews.filter(({ channel }) => isChannel(channel));
  const all = possible.flatMap(({ channel, refusal }) => (isChannel(channel) && !refusal ? [channel] : []));
  const chosen = form.watch("notifyChannels") ?? all;
  if (possible.length === 0) return <p className="pl-6.5 text-muted-foreground text-sm">{text("notice.nobody")}</p>;
  const toggle = (channel: NoticeChannel) => {
    const next = chosen.includes(channel) ? chosen.filter((each) => each !== channel) : [...chosen, channel];
    form.setValue("notifyCustomer", next.length > 0, { shouldDirty: true });
    form.setValue("notifyChannels", next.length === 0 || next.length === all.length ? undefined : next);
  };
  return (
    <ul className="flex flex-col gap-2 pl-6.5">
      {possible.map((one) => (
        <NoticePreview
          key={one.channel}
          preview={one}
          isChosen={!one.refusal && isChannel(one.channel) && chosen.includes(one.channel)}
          onToggle={() => isChannel(one.channel) && toggle(one.channel)}
        />
      ))}
    </ul>
  );
}

"use client";

import { useId } from "react";
import type { MessagePreviews } from "@/server/notifications/schema";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";

interface NoticePreviewProps {
  preview: MessagePreviews[number];
  isChosen: boolean;
  onToggle: () => void;
}

/** One channel: where it goes, whether it may, and the message as it would be read. */
export function NoticePreview({ preview, isChosen, onToggle }: NoticePreviewProps) {
  const text = useText("appointments");
  const id = useId();
  const { channel, recipientText, refusal, subject, body } = preview;
  return (
    <li className="flex flex-col gap-1">
      <label htmlFor={id} className="flex items-start gap-2.5">
        <Checkbox id={id} className="mt-0.5" checked={isChosen} disabled={refusal !== null} onChange={onToggle} />
        <span className="min-w-0 break-words">
          {text("messages.to", { channel: text(`messages.channels.${channel}`), recipient: recipientText })}
          {refusal && <span className="block text-muted-foreground text-sm">{text(`notice.refusals.${refusal}`)}</span>}
        </span>
      </label>
      {!refusal && (
        <details className="pl-6.5">
          <summary className="cursor-pointer text-primary-text text-sm">{text("notice.read")}</summary>
          <div className="mt-1.5 whitespace-pre-line break-words rounded-md bg-muted px-3 py-2 text-sm">
            {subject && <p className="pb-1.5 font-medium">{subject}</p>}
            {body}
          </div>
        </details>
      )}
    </li>
  );
}

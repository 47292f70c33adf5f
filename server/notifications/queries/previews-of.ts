import type { TransactionContext } from "@/server/core/context";
import { planOf } from "../commands/notify";
import { findTemplateRow } from "../repository/messages";
import type { MessageFacts } from "../rules/message-facts";
import { toTemplateValues } from "../rules/message-values";
import { checkMaySend, languageOf, recipientOn } from "../rules/recipients";
import type { MessagePreviews, NotificationEvent } from "../schema";
import { renderMessage } from "../templates/render-message";
import { toRecipientText } from "../views";

/** The message on each channel on which it would go out, as it would be written with these facts. */
export async function previewsOf(
  tx: TransactionContext,
  { event, facts }: { event: NotificationEvent; facts: MessageFacts },
): Promise<MessagePreviews> {
  const plan = await planOf(tx, { notice: { event }, facts });
  const language = languageOf(event, facts);
  const previews: MessagePreviews = [];
  for (const channel of plan.channels) {
    const wanted = { event, channel, facts };
    const recipient = recipientOn(wanted);
    if (!recipient) continue;
    const templateId = plan.templateIds[channel] ?? null;
    const override = await findTemplateRow(tx, { templateId, eventType: event, channel, language });
    const values = toTemplateValues(facts, { language, isShort: channel === "sms" });
    const { subject, body } = await renderMessage({ event, channel, language, values, override });
    const recipientText = toRecipientText({ channel, recipient });
    previews.push({ channel, recipient, recipientText, refusal: checkMaySend(wanted), language, subject, body });
  }
  return previews;
}

import { useText } from "../shared/use-text";
import type { MessageWords } from "./message-words";

export function useMessageWords(): MessageWords {
  const text = useText("appointments");
  return (key) => text(text.has(`messages.${key}`) ? `messages.${key}` : "messages.events.other");
}

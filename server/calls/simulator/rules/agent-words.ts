import type { SpeechLanguage } from "@/server/speech/schema";

/** What the agent says by itself; everything else is what our functions tell it to say. */
export const AGENT_WORDS: Record<
  SpeechLanguage,
  Record<"hello" | "otherTime" | "leftAsIs" | "code", (text: string) => string>
> = {
  de: {
    hello: (name) => `Guten Tag, hier ist der digitale Assistent von ${name}. Was kann ich für Sie tun?`,
    otherTime: () => "Wann würde es Ihnen besser passen?",
    leftAsIs: () => "Gut, dann bleibt alles, wie es ist. Kann ich sonst noch etwas für Sie tun?",
    code: (code) => `Der Code ist ${code}.`,
  },
  en: {
    hello: (name) => `Hello, this is the digital assistant of ${name}. What can I do for you?`,
    otherTime: () => "What time would suit you better?",
    leftAsIs: () => "All right, everything stays as it is. Is there anything else I can do for you?",
    code: (code) => `The code is ${code}.`,
  },
};

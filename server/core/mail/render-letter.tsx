import { render } from "react-email";
import { Letter, type LetterContent } from "./letter";

/** The letter as every mail program reads it: with its look, and as plain text. */
export async function renderLetter(content: LetterContent): Promise<{ text: string; html: string }> {
  return { text: toPlainText(content), html: await render(<Letter {...content} />) };
}

/** Written by us, not derived from the HTML: what a plain reader needs, in the order of the letter. */
function toPlainText({ heading, paragraphs, facts, button, closing, footer }: LetterContent): string {
  const table = facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const action = button ? `${button.label}: ${button.link}` : "";
  const parts = [heading, ...paragraphs, table, action, closing.join("\n"), footer.filter(Boolean).join(" · ")];
  return parts.filter(Boolean).join("\n\n");
}

/** A subject is a header: whatever a value holds, it stays one line. */
export function onOneLine(subject: string): string {
  return subject.replaceAll(/\s+/g, " ").trim();
}

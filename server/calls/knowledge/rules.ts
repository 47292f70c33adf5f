/** As much as somebody listens to at once. */
const LONGEST_ANSWER = 400;

/** A document's answers: its paragraphs, a long one cut where a sentence ends. */
export function passagesOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph) => sentencesTogether(paragraph));
}

/** And back again, as it is shown to be edited. */
export const textOf = (passages: readonly { text: string }[]): string => passages.map(({ text }) => text).join("\n\n");

function sentencesTogether(paragraph: string): string[] {
  const sentences = paragraph.split(/(?<=[.!?])\s+/).flatMap((sentence) => wordsTogether(sentence));
  return joined(sentences);
}

/** A sentence without an end is cut between its words. */
function wordsTogether(sentence: string): string[] {
  if (sentence.length <= LONGEST_ANSWER) return [sentence];
  const words = sentence.split(" ").flatMap((word) => word.match(new RegExp(`.{1,${LONGEST_ANSWER}}`, "gsu")) ?? []);
  return joined(words);
}

function joined(parts: readonly string[]): string[] {
  const answers: string[] = [];
  for (const part of parts) {
    const together = `${answers.at(-1) ?? ""} ${part}`.trim();
    if (answers.length > 0 && together.length <= LONGEST_ANSWER) answers[answers.length - 1] = together;
    else answers.push(part);
  }
  return answers;
}

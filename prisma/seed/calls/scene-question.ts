import { closeCall } from "./opening";
import { fill } from "./personas";
import { drawQuestion } from "./questions";
import { nameOf, type Scene } from "./told";

/** Somebody asks, and hears the answer. */
export const questionScene: Scene = (setting) => {
  const { business, talk, persona, random, branch, customer } = setting;
  const first = drawQuestion(business, random, branch);
  const second = random.chance(0.3) ? drawQuestion(business, random, branch) : null;
  const questions = second && second.intent !== first.intent ? [first, second] : [first];
  questions.forEach(({ intent, asked, answer }, index) => {
    talk.user(index === 0 ? fill(random.pick(persona.ask), { question: asked }) : `Und ${asked}`);
    talk.invoke("company-info", { topic: intent }, { status: "ok", success: true, answer, facts: {}, say: answer });
    talk.agent(answer);
  });
  closeCall(setting);
  return {
    outcome: "info",
    intent: first.intent,
    topics: questions.map(({ topic }) => topic),
    isSuccessful: true,
    sentiment: random.chance(0.35) ? "positive" : "neutral",
    summary: {
      de: `${nameOf(customer) || "Jemand"} fragte nach ${questions.map(({ about }) => about).join(" und ")} und bekam Auskunft.`,
      en: questions.map(({ english }) => english).join(" "),
    },
  };
};

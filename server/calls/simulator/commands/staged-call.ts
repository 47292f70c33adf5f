import { randomBytes } from "node:crypto";
import type { CompanyContext } from "@/server/core/context";
import { apart } from "@/server/core/rehearse";
import { isSigned, readCall, sign } from "../../adapters/retell";
import { mergeIntoCall } from "../../commands/apply-call-event";
import { answerFunction, type Stage } from "../../functions/commands/answer-function";
import type { FunctionName } from "../../functions/schema";
import { findCallId } from "../../repository/calls";
import type { LifecycleEvent } from "../../rules/provider-call";
import type { AskedFunction } from "../rules/played";
import type { SimulatedStep } from "../schema";

export type Answer = Record<string, unknown>;

const MS_PER_WORD = 330;
/** Signed requests come from this machine: no list of addresses keeps them out. */
const LOOPBACK = "127.0.0.1";

/** One conversation on a line that is only tried out: every event and every question is signed and comes in as the provider's do. */
export class StagedCall {
  readonly steps: SimulatedStep[] = [];
  readonly callId = `call_${randomBytes(14).toString("hex")}`;
  readonly #call: Record<string, unknown>;
  readonly #words: object[] = [];
  #elapsedMs = 0;
  #transcript = "";

  constructor(
    private readonly stage: Stage,
    private readonly key: string,
    { from, to }: { from: string | null; to: string },
  ) {
    this.#call = {
      ...{ call_id: this.callId, call_type: "phone_call", agent_id: "agent_simulator", agent_version: 0 },
      ...{ call_status: "ongoing", direction: "inbound", from_number: from ?? "anonymous", to_number: to },
      start_timestamp: stage.tx.now.getTime(),
    };
  }

  /** What was asked, as an evaluation looks at it. */
  get asked(): AskedFunction[] {
    return this.steps.flatMap((step) => (step.kind === "asked" ? step : []));
  }

  /** The call's row, and the appointments that our answers named. */
  async traces(tx: CompanyContext): Promise<{ callId: string; of: string[] }> {
    const callId = (await findCallId(tx, this.callId)) ?? "";
    const of = this.asked.flatMap(({ answer }) => {
      const { status, appointment_id: id } = answer as Answer;
      return status === "ok" && typeof id === "string" ? id : [];
    });
    return { callId, of };
  }

  begin(): Promise<void> {
    return this.#tell("call_started", {});
  }

  agent(text: string): Promise<void> {
    return this.#say("agent", text);
  }

  user(text: string): Promise<void> {
    return this.#say("user", text);
  }

  /** Asks one of our functions at the door that the agent knocks at. */
  async ask(name: string, args: Answer): Promise<Answer> {
    const raw = JSON.stringify({ name, call: this.#call, args });
    const startedAt = performance.now();
    const answer = await answerFunction(
      {
        name: name as FunctionName,
        ...{ raw, signature: sign(raw, this.key), headers: {}, ip: LOOPBACK, requestId: this.stage.tx.requestId },
      },
      { stage: this.stage },
    );
    const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
    this.#elapsedMs += durationMs;
    this.steps.push({ kind: "asked", function: name, arguments: args, status: 200, answer, durationMs });
    return answer;
  }

  /** Hangs up, and is analysed. */
  async end(): Promise<void> {
    const start = Number(this.#call.start_timestamp);
    const over = {
      ...{ call_status: "ended", disconnection_reason: "user_hangup", duration_ms: Math.round(this.#elapsedMs) },
      ...{
        end_timestamp: start + Math.round(this.#elapsedMs),
        transcript: this.#transcript,
        transcript_object: this.#words,
      },
    };
    await this.#tell("call_ended", over);
    const call_analysis = { user_sentiment: "Neutral", in_voicemail: false, call_successful: true };
    await this.#tell("call_analyzed", { ...over, call_analysis });
  }

  async #say(role: "agent" | "user", text: string): Promise<void> {
    const words = text
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => {
        const start = this.#elapsedMs / 1000;
        this.#elapsedMs += MS_PER_WORD;
        return { word, start, end: this.#elapsedMs / 1000 };
      });
    this.#words.push({ role, content: text, words });
    this.#transcript += `${role === "agent" ? "Agent" : "User"}: ${text}\n`;
    this.steps.push({ kind: "said", role, text });
  }

  async #tell(event: LifecycleEvent, news: object): Promise<void> {
    const raw = JSON.stringify({ event, call: { ...this.#call, ...news } });
    if (!isSigned({ raw, signature: sign(raw, this.key) }, this.key))
      throw new Error("a signature of our own must hold");
    const call = readCall(JSON.parse(raw));
    if (!call) throw new Error("a call of our own must be readable");
    const { tx, line } = this.stage;
    const actor = { kind: "job", name: "simulator" } as const;
    await apart({ ...tx, actor }, (part) => mergeIntoCall(part, { event, call, line, at: tx.now }));
  }
}

import { randomBytes } from "node:crypto";
import type { RetellCall, Utterance } from "../retell/call-object";
import { callFunction, readJson, sendCallEvent } from "../retell/webhooks";
import type { Sandbox } from "../sandbox";
import type { PlayedCall } from "./played-calls";

export type Answer = Record<string, unknown>;

/** Somebody ended the call from outside. */
export class HungUp extends Error {}

const MS_PER_WORD = 330;

/** What happens on the line, turn by turn; it fills the vendor's call object and our own retelling of it. */
export class Conversation {
  #elapsedMs = 0;

  constructor(
    private readonly sandbox: Sandbox,
    readonly call: RetellCall,
    private readonly played: PlayedCall,
    private readonly delayMs: number,
  ) {}

  get elapsedMs(): number {
    return Math.round(this.#elapsedMs);
  }

  agent(text: string): Promise<void> {
    return this.#speak("agent", text);
  }

  user(text: string): Promise<void> {
    return this.#speak("user", text);
  }

  /** Calls one of the product's functions; an answer that is no object counts as an empty one. */
  async ask(name: string, args: Record<string, unknown>): Promise<Answer> {
    await this.#turn();
    const tool_call_id = `tool_call_${randomBytes(6).toString("hex")}`;
    this.#note({ role: "tool_call_invocation", tool_call_id, name, arguments: JSON.stringify(args) });
    const started = performance.now();
    const receipt = await callFunction(this.sandbox, { name, args, call: this.call });
    const durationMs = Math.round((performance.now() - started) * 10) / 10;
    this.#elapsedMs += durationMs;
    const successful = receipt.status !== null && receipt.status >= 200 && receipt.status < 300;
    this.#note({ role: "tool_call_result", tool_call_id, content: receipt.text, successful });
    const answer = readJson(receipt.text);
    const step = {
      function: name,
      arguments: args,
      status: receipt.status,
      answer: answer ?? receipt.text,
      durationMs,
    };
    this.played.steps.push(step);
    this.played.lines.push({ at: this.#now(), kind: "function", ...step });
    return answer !== null && typeof answer === "object" && !Array.isArray(answer) ? (answer as Answer) : {};
  }

  /** The digits of a code that a text message brings to the caller's telephone during this call. */
  async codeFromSms(): Promise<string | null> {
    const since = Date.parse(this.played.started_at);
    const { from_number: caller } = this.call;
    for (let waited = 0; waited < 10_000 && !this.sandbox.deliveries.signal.aborted; waited += 50) {
      const texts = [...this.sandbox.twilio.messages.values()].reverse();
      const found = texts.find(
        ({ to, at, body }) => to === caller && at.getTime() >= since && /\b\d{4,8}\b/.test(body),
      );
      if (found) return /\b\d{4,8}\b/.exec(found.body)?.[0] ?? null;
      await this.sandbox.deliveries.rest(50);
    }
    return null;
  }

  async #speak(role: Utterance["role"], text: string): Promise<void> {
    await this.#turn();
    const words = this.#pronounce(text);
    const utterance = { role, content: text, words };
    this.call.transcript_object?.push(utterance);
    this.#note(utterance);
    this.call.transcript = `${this.call.transcript ?? ""}${role === "agent" ? "Agent" : "User"}: ${text}\n`;
    this.played.transcript = this.call.transcript;
    this.played.lines.push({ at: this.#now(), kind: role, text });
    this.#tellWords();
  }

  /** A call that nobody watches is over before its words could be told one by one. */
  #tellWords(): void {
    if (this.delayMs === 0) return;
    const soFar = structuredClone(this.call);
    this.sandbox.deliveries.background(() => sendCallEvent(this.sandbox, "transcript_updated", soFar));
  }

  /** Whoever watches sees turns pass at the pace asked for, and the clock of the call with them. */
  #pronounce(text: string) {
    const spoken = text.split(/\s+/).filter(Boolean);
    const each = this.delayMs > 0 ? this.delayMs / Math.max(1, spoken.length) : MS_PER_WORD;
    return spoken.map((word) => {
      const start = this.#elapsedMs / 1000;
      this.#elapsedMs += each;
      return { word, start: round(start), end: round(this.#elapsedMs / 1000) };
    });
  }

  async #turn(): Promise<void> {
    if (this.delayMs > 0) await this.sandbox.deliveries.rest(this.delayMs);
    if (this.sandbox.retell.stopped.has(this.call.call_id) || this.sandbox.deliveries.signal.aborted)
      throw new HungUp();
  }

  #note(entry: NonNullable<RetellCall["transcript_with_tool_calls"]>[number]): void {
    this.call.transcript_with_tool_calls?.push(entry);
  }

  #now(): string {
    return this.sandbox.now().toISOString();
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

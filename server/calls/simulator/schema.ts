import { z } from "zod";
import { instant } from "@/server/core/time";

const json = z.record(z.string(), z.unknown());

export const simulatedStep = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("said"), role: z.enum(["agent", "user"]), text: z.string() }),
  z.object({
    kind: z.literal("asked"),
    function: z.string(),
    arguments: json,
    /** Of the door: a no of the business is an answer like any other. */
    status: z.int().nullable(),
    answer: json,
    durationMs: z.number(),
  }),
]);
export type SimulatedStep = z.infer<typeof simulatedStep>;

const standingAppointment = z.object({
  id: z.uuid(),
  status: z.string(),
  service: z.string(),
  at: z.string(),
  staff: z.string(),
  customer: z.string(),
  notes: z.string().nullable(),
  /** Made in this conversation, and not there before. */
  isNew: z.boolean(),
  /** Words heard, rule applied, slots offered, slot chosen. */
  explanation: json.nullable(),
});

export const simulatedCall = z.object({
  steps: z.array(simulatedStep),
  /** How the call counts now; it goes on, or has ended. */
  outcome: z.string(),
  appointments: z.array(standingAppointment),
  callbacks: z.array(z.object({ priority: z.string(), reason: z.string() })),
  feesCents: z.int(),
  currency: z.string(),
  /** A text message with a code is on its way to the caller. */
  hasCode: z.boolean(),
  /** What must be so at the end of a written conversation; null for one that is typed. */
  checks: z
    .array(
      z.object({ check: z.string(), about: z.string(), wanted: z.string(), found: z.string(), isRight: z.boolean() }),
    )
    .nullable(),
});
export type SimulatedCall = z.infer<typeof simulatedCall>;

export const simulatorScenarios = z.object({
  scenarios: z.array(z.object({ name: z.string(), proves: z.string() })),
});

export const playScenarioInput = z.object({ scenario: z.string().trim().min(1).max(200) });
export type PlayScenarioInput = z.infer<typeof playScenarioInput>;

/** What the caller said so far; a turn may read out the code that a text message brought. */
const callerTurn = z.object({ text: z.string().trim().max(500), readsCode: z.boolean().default(false) });

export const converseInput = z.object({
  branchId: z.uuid(),
  /** From which number, in any notation; null: it is hidden. */
  from: z.string().trim().max(40).nullable(),
  /** When the conversation began: all of it happens at that moment. */
  startedAt: instant,
  turns: z.array(callerTurn).max(30),
  /** Nothing that the agent asks for works: what the caller hears then, and what comes of it. */
  isFailing: z.boolean().default(false),
  isOver: z.boolean().default(false),
});
export type ConverseInput = z.infer<typeof converseInput>;

import type { z } from "zod";
import type { PlatformContext } from "@/server/core/platform";
import type { Permission } from "@/server/identity/rules/permissions";

/** What a command answers: the same facts for programs and for people. */
export interface Outcome {
  data: unknown;
  /** For people, in place of the data. */
  lines: string[];
  /** With `--json` in place of the envelope, one line each: a shape that was promised to other programs. */
  answers?: unknown[];
  /** Something was found that should not be: exit code 1. */
  hasFindings?: boolean;
}

export interface CliContext {
  /** Who asks, at the platform's door. */
  platform: PlatformContext;
  /** One line to people who wait; programs are not told. */
  progress(text: string): void;
  readInput(): Promise<string>;
}

export interface Command<S extends z.ZodType = z.ZodType> {
  name: string;
  summary: string;
  /** What it takes of an operator. Whoever has the command line has the database, and so all of the platform's rights. */
  permission: Permission;
  /** Flags as commander writes them, with what they mean. */
  options?: [flags: string, text: string][];
  /** Gets `--dry-run`. */
  isChange?: boolean;
  input: S;
  run(input: z.output<S>, ctx: CliContext): Promise<Outcome>;
}

export const defineCommand = <S extends z.ZodType>(command: Command<S>): Command => command as unknown as Command;

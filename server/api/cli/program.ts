import { Command as Commander, CommanderError } from "commander";
import { closeConnections } from "@/server/core/close-connections";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import type { PlatformContext } from "@/server/core/platform";
import { COMMANDS } from "./all-commands";
import { type Streams, tell, tellFailure } from "./answer";
import type { CliContext, Command } from "./command";
import { EXIT } from "./exit-code";

interface Surroundings extends Streams {
  readInput(): Promise<string>;
  /** Whether somebody watches. */
  isWatched: boolean;
}

/** Runs one command line and answers with its exit code; nothing is thrown. */
export async function runCli(argv: string[], around: Surroundings): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = new Commander("npm run cli --")
    .description(
      "AskProAI from the command line. Exit codes: 0 done, 1 refused or something found, 2 wrong usage, 3 a fault.",
    )
    .configureOutput({ writeOut: around.out, writeErr: around.err })
    .showHelpAfterError("(see --help)")
    .addHelpText(
      "after",
      "\nBeside these: agent:evaluate [--only words] [--json] grades the telephone agent (docs/evaluation.md).",
    )
    .exitOverride();
  for (const command of COMMANDS) {
    const sub = program.command(command.name).description(command.summary).exitOverride();
    sub.configureOutput({ writeOut: around.out, writeErr: around.err });
    for (const [flags, text] of command.options ?? []) sub.option(flags, text);
    if (command.isChange) sub.option("--dry-run", "say what would be done, and do nothing");
    sub.option("--json", "one JSON document on standard output").option("--lang <de|en>", "language of messages", "en");
    sub.action(async (options: Record<string, unknown>) => {
      exitCode = await perform(command, { options, around });
    });
  }
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    return argv.includes("--json") ? tellFailure(toMisuse(error), MISUSED, around) : EXIT.usage;
  } finally {
    await closeConnections();
  }
  return exitCode;
}

/** Commander has told people already; a program gets the one error shape. */
const MISUSED = { isJson: true, locale: "en", requestId: newId() } as const;
const toMisuse = ({ code }: CommanderError) =>
  new AppError({ code: "VALIDATION_ERROR", reason: "invalid_input", details: { usage: code } });

interface Call {
  options: Record<string, unknown>;
  around: Surroundings;
}

async function perform(command: Command, { options, around }: Call): Promise<number> {
  const { json, lang, ...given } = options;
  const platform: PlatformContext = { actor: { kind: "system", name: "cli" }, now: new Date(), requestId: newId() };
  const isJson = json === true;
  const manner = { isJson, locale: lang === "de" ? ("de" as const) : ("en" as const), requestId: platform.requestId };
  const progress = (text: string) => !isJson && around.isWatched && around.err(`${text}\n`);
  const ctx: CliContext = { platform, progress, readInput: around.readInput };
  try {
    if (lang !== "de" && lang !== "en") throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_input" });
    return tell(await command.run(command.input.parse(given), ctx), manner, around);
  } catch (error) {
    return tellFailure(error, manner, around);
  }
}

import type { ErrorBody } from "@/server/core/errors";
import { type Failure, toFailure } from "../failure";
import type { Locale } from "../locale";
import { fieldMessages, messageOf } from "../message";
import type { Outcome } from "./command";
import { EXIT, exitCodeOf } from "./exit-code";

export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

interface Manner {
  isJson: boolean;
  locale: Locale;
  requestId: string;
}

/** One JSON document on standard output (or one a line, where that was promised), or lines for people. */
export function tell({ data, lines, answers, hasFindings }: Outcome, { isJson }: Manner, { out }: Streams): number {
  const documents = answers?.map((answer) => JSON.stringify(answer)) ?? [toJson({ success: true, data })];
  out((isJson ? documents : lines).map((line) => `${line}\n`).join(""));
  return hasFindings ? EXIT.refused : EXIT.done;
}

/** The error shape of every door; for people one sentence, and one for each wrong option. */
export function tellFailure(error: unknown, manner: Manner, streams: Streams): number {
  const failure = toFailure(error, manner.requestId);
  const body = toBody(failure, manner);
  if (manner.isJson) streams.out(`${toJson(body)}\n`);
  else {
    streams.err(`${body.error.message} (${failure.code}, ${manner.requestId})\n`);
    for (const { field, message } of body.error.errors ?? []) streams.err(`  --${toFlag(field)}: ${message}\n`);
  }
  return exitCodeOf(failure);
}

function toBody(failure: Failure, { locale, requestId }: Manner): ErrorBody {
  const { code, details, fields } = failure;
  const message = messageOf(failure, locale);
  const errors = fields && fieldMessages(fields, locale);
  return {
    success: false,
    error: { code, message, ...(details && { details }), ...(errors && { errors }), request_id: requestId },
  };
}

const toFlag = (field: string): string => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? Number(part) : part), 2);

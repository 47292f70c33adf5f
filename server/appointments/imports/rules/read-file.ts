import { parse } from "csv-parse/sync";
import { AppError } from "@/server/core/errors";
import { MOST_LINES } from "../schema";

export interface ReadFile {
  encoding: "utf-8" | "windows-1252";
  delimiter: string;
  headers: string[];
  /** Without the headers and without empty lines; each with its number in the file. */
  lines: { line: number; cells: string[] }[];
}

const DELIMITERS = [";", ",", "\t"] as const;
const MOST_COLUMNS = 100;
const LONGEST_CELL = 2000;

/** Reads a table as spreadsheets write it: UTF-8 or what Windows writes, semicolons, commas or tabs, the first line its headers. */
export function readFile(bytes: Uint8Array): ReadFile {
  const { text, encoding } = decode(bytes);
  const delimiter = guessDelimiter(text);
  const rows = readRows(text, delimiter).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [head, ...lines] = rows;
  if (!head || lines.length === 0) throw refusal("file_empty");
  if (lines.length > MOST_LINES) throw refusal("file_too_long", { lines: lines.length, most: MOST_LINES });
  return { encoding, delimiter, headers: head.cells, lines };
}

function decode(bytes: Uint8Array): { text: string; encoding: ReadFile["encoding"] } {
  if (bytes.includes(0)) throw refusal("file_unreadable");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: decodeWindows(bytes), encoding: "windows-1252" };
  }
}

/** What Windows writes between 0x80 and 0x9f; some decoders leave it as the control characters of ISO 8859-1. */
const WINDOWS_EXTRAS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_EXTRAS[letter.charCodeAt(0) - 0x80] ?? letter);

/** The one that the first line holds most often outside quotes. */
function guessDelimiter(text: string): string {
  const first = (text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: first.split(delimiter).length - 1 }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

function readRows(text: string, delimiter: string): ReadFile["lines"] {
  try {
    const options = {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    } as const;
    const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({
      line: info.lines,
      cells: record.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_CELL)),
    }));
  } catch {
    throw refusal("file_unreadable");
  }
}

const refusal = (reason: string, details?: Record<string, unknown>): AppError =>
  new AppError({ code: "VALIDATION_ERROR", reason, ...(details && { details }) });

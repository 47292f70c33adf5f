"use client";

import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useCurrency } from "../tenancy/use-currency";
import { codeMessage, type Writing } from "./function-words";

/** How values of a call are written: in the reader's language, by the branch's clock, in the company's money. */
export function useWriting(timezone: string): Writing {
  const text = useText("calls");
  const format = useFormatters(timezone);
  const currency = useCurrency();
  return {
    dateTime: format.dateTime,
    money: (cents) => format.money(cents, currency),
    yesOrNo: (value) => text(value ? "yes" : "no"),
    code: (key, value) => {
      const message = codeMessage(key, value);
      return message && text.has(message) ? text(message) : null;
    },
  };
}

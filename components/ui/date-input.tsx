import type { ComponentProps } from "react";
import { Input } from "./input";

/** The browser's own date field: it speaks the user's language, knows the keyboard and opens the phone's wheel. */
export function DateInput(props: Omit<ComponentProps<"input">, "type">) {
  return <Input type="date" {...props} />;
}

export function TimeInput(props: Omit<ComponentProps<"input">, "type">) {
  return <Input type="time" {...props} />;
}

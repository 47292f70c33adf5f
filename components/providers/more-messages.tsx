"use client";

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages, useTimeZone } from "next-intl";
import { type ReactNode, useMemo } from "react";

interface MoreMessagesProps {
  messages: AbstractIntlMessages;
  children: ReactNode;
}

/** A nested provider would hide the outer one's messages: this one adds to them. */
export function MoreMessages({ messages, children }: MoreMessagesProps) {
  const outer = useMessages();
  const merged = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={useTimeZone()} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}

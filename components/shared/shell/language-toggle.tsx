"use client";

import { useLocale } from "next-intl";
import { useTransition } from "react";
import { LOCALE_NAMES, LOCALES, type Locale } from "../../providers/locales";
import { rememberLocale } from "../../providers/remember";
import { Button } from "../../ui/button";
import { useText } from "../use-text";

interface LanguageToggleProps {
  className?: string;
  /** Where somebody is known, their choice is kept with them too. */
  onChoose?: (locale: string) => Promise<void>;
}

/** Goes to the next language; there are two, so one click is a switch. */
export function LanguageToggle({ className, onChoose = rememberLocale }: LanguageToggleProps) {
  const locale = useLocale() as Locale;
  const text = useText("shared");
  const [isPending, startTransition] = useTransition();
  const next = LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? locale;
  return (
    <Button
      variant="ghost"
      size="icon"
      className={className}
      aria-busy={isPending || undefined}
      aria-label={text("language.toggle", { current: LOCALE_NAMES[locale] })}
      onClick={() => startTransition(() => onChoose(next))}
    >
      <span aria-hidden="true" className="text-sm uppercase">
        {locale}
      </span>
    </Button>
  );
}

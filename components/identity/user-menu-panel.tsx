"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useLocale } from "next-intl";
import { useTheme } from "next-themes";
import { type ReactElement, useTransition } from "react";
import { LOCALE_NAMES, LOCALES } from "../providers/locales";
import { useText } from "../shared/use-text";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";

export interface UserMenuPanelProps {
  user: { name: string; email: string; avatarUrl?: string | null };
  roleName: string;
  onSignOut: () => Promise<void>;
  /** For these pages, and for the person's mails. */
  onChooseLocale: (locale: string) => Promise<void>;
}

const themes = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
] as const;

export function UserMenuPanel(props: UserMenuPanelProps & { trigger: ReactElement }) {
  const { user, roleName, onSignOut, onChooseLocale, trigger } = props;
  const text = useText("identity");
  const shared = useText("shared");
  const locale = useLocale();
  const { theme, setTheme } = useTheme();
  const [, startTransition] = useTransition();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-muted-foreground text-sm">{user.email}</p>
          <p className="truncate text-muted-foreground text-sm">{roleName}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{shared("theme.label")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          {themes.map(([name, Icon]) => (
            <DropdownMenuRadioItem key={name} value={name}>
              <Icon aria-hidden="true" />
              {shared(`theme.${name}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{shared("language.label")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={locale} onValueChange={(next) => startTransition(() => onChooseLocale(next))}>
          {LOCALES.map((each) => (
            <DropdownMenuRadioItem key={each} value={each} lang={each}>
              {LOCALE_NAMES[each]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => startTransition(onSignOut)}>
          <LogOut aria-hidden="true" />
          {text("user.signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

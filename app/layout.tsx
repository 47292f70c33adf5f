import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { ThemeProvider } from "@/components/providers/theme-provider";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "AskProAI", template: "%s · AskProAI" },
  robots: { index: false },
};

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9fbfb" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1213" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { shared, errors }, head] = await Promise.all([getLocale(), getMessages(), headers()]);
  return (
    <html lang={locale} className={GeistSans.variable} suppressHydrationWarning>
      <body className="font-sans">
        <NextIntlClientProvider messages={{ shared, errors }}>
          <ThemeProvider nonce={head.get("x-nonce") ?? undefined}>{children}</ThemeProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

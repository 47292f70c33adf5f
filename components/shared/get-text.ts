import { getTranslations } from "next-intl/server";

/** The twin of `useText` for async server components and metadata. */
export function getText(context: string) {
  return getTranslations(context);
}

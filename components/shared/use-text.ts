import { useTranslations } from "next-intl";

/**
 * Words of one message file: `useText("appointments")("reschedule.title")`, in server and client components alike.
 * In the browser only the files that a `<Messages names={…}>` above has sent are known.
 */
export function useText(context: string) {
  return useTranslations(context);
}

export type Text = ReturnType<typeof useText>;

"use client";

import { CloudAlert } from "lucide-react";
import { buttonVariants } from "../ui/button-variants";
import { StateMessage } from "./state-message";
import { useText } from "./use-text";

interface PageErrorProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** Stands in a page's place when rendering it failed; the digest leads to the server's log. */
export function PageError({ error, retry }: PageErrorProps) {
  const text = useText("shared");
  return (
    <StateMessage
      role="alert"
      icon={CloudAlert}
      title={text("error.title")}
      action={
        // Not the whole Button: every page loads this one ahead, in a chunk of its own.
        <button type="button" className={buttonVariants({ variant: "primary" })} onClick={retry}>
          {text("error.retry")}
        </button>
      }
    >
      <p>{text("error.hint")}</p>
      {error.digest && <p className="mt-2 text-sm">{text("error.reference", { digest: error.digest })}</p>}
    </StateMessage>
  );
}

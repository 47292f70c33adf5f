"use client";

import { useTheme } from "next-themes";
import { useEffect, useRef, useState } from "react";
import { Skeleton } from "../../ui/skeleton";
import { ErrorState } from "../error-state";
import { useText } from "../use-text";
import { nameFields } from "./name-fields";
import { plainPaths } from "./plain-paths";
import { quickDocument } from "./quick-document";
import "swagger-ui-dist/swagger-ui.css";
import "./api-reference.css";

/** The document of all operations to read and to try, from our own origin; whoever is signed in tries as themselves. */
export function ApiReference({ url }: { url: string }) {
  const text = useText("api-docs");
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  useDarkClass();

  useEffect(() => {
    let isGone = false;
    let stopNaming = () => {};
    import("swagger-ui-dist/swagger-ui-es-bundle.js").then(
      ({ default: show }) => {
        if (isGone || !place.current) return;
        stopNaming = nameFields(place.current);
        show({
          url,
          domNode: place.current,
          deepLinking: true,
          docExpansion: "list",
          plugins: [plainPaths, quickDocument],
          ...QUIET,
        });
        setState("ready");
      },
      () => setState("failed"),
    );
    return () => {
      isGone = true;
      stopNaming();
    };
  }, [url]);

  return (
    <>
      {state === "loading" && <Skeleton className="h-96 w-full" aria-label={text("loading")} />}
      {state === "failed" && <ErrorState onRetry={() => window.location.reload()} />}
      {state === "ready" && <h2 className="sr-only">{text("operations")}</h2>}
      <div ref={place} lang="en" className="api-reference" />
    </>
  );
}

/** No models beside the operations, no badge of a stranger's validator, no key kept in the browser. */
const QUIET = {
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
} as const;

/** Its style sheet looks for a class of its own. */
function useDarkClass() {
  const { resolvedTheme } = useTheme();
  useEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle("dark-mode", resolvedTheme === "dark");
    return () => classList.remove("dark-mode");
  }, [resolvedTheme]);
}

import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@/server/api/root";
import { askWhoItIs } from "../shared/ask-who-it-is";
import { readRefusal } from "../shared/refusal";

/** A change that is refused because the person should prove again who they are is made once they have: no page need know. */
export const askAgainLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let isGone = false;
      const attempt = (isRepeated: boolean) =>
        next(op).subscribe({
          next: observer.next,
          complete: observer.complete,
          error: async (error) => {
            const isAsked = !isRepeated && readRefusal(error).code === "REAUTHENTICATION_REQUIRED";
            if (isAsked && (await askWhoItIs()) && !isGone) current = attempt(true);
            else observer.error(error);
          },
        });
      let current = attempt(false);
      return () => {
        isGone = true;
        current.unsubscribe();
      };
    });

import { type ApiContext, createContext } from "./context";
import { callerOf, type Note } from "./door";
import { requestId } from "./http";

/** Somebody of the platform, and not in a customer's place: they hear of every company. */
export const isOperator = ({ session }: ApiContext): boolean =>
  session?.user.isPlatformAdmin === true && !session.impersonation;

/** Who asks at a door that calls procedures: what the gates say of their limits goes with its answer. */
export async function doorContext(
  request: Request,
  { note, answer }: { note: Note; answer: Headers },
): Promise<ApiContext> {
  const context = { ...(await createContext(request.headers, answer)), requestId: requestId(request) };
  note(callerOf(context));
  return context;
}

import { handleRest } from "@/server/api/rest/rest-door";

export const dynamic = "force-dynamic";

/** Every address below /api that no route of its own answers: REST under its canonical and its older names. */
export {
  handleRest as DELETE,
  handleRest as GET,
  handleRest as HEAD,
  handleRest as OPTIONS,
  handleRest as PATCH,
  handleRest as POST,
  handleRest as PUT,
};

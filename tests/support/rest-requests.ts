import { handleRest } from "@/server/api/rest/rest-door";
import { programSessionOf } from "./signed-in";

export interface RestRequest {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RestAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what a test is about
  body: any;
}

/** A request at the door, as `GET /api/v2/customers`. */
export async function rest(line: string, { token, body, headers = {} }: RestRequest = {}): Promise<RestAnswer> {
  const [method = "GET", path = "/"] = line.split(" ");
  const init = {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
  const response = await handleRest(new Request(`http://localhost:3000${path}`, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

/** The same from somebody who is signed in. */
export async function restAs(user: { userId: string }) {
  const token = await programSessionOf(user);
  return (line: string, request: RestRequest = {}) => rest(line, { token, ...request });
}

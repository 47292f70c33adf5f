import { readdirSync } from "node:fs";
import type { AnyRouter } from "@trpc/server";
import type { ApiContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory, router } from "@/server/api/trpc";

/** Files to take along have routers of their own, at a door that can stream; each stands in a file that is called so. */
async function downloadRouters(): Promise<AnyRouter[]> {
  const names = readdirSync("server/api").flatMap((file) => /^(.*downloads?)\.ts$/.exec(file)?.[1] ?? []);
  const modules = await Promise.all(names.map((name) => import(`../../server/api/${name}.ts`)));
  return modules.map(({ downloads }) => downloads);
}

const downloads = Object.assign({}, ...(await downloadRouters()).map(({ _def }) => _def.record));

/** Everything that can be called, at whatever door: the procedures, and the files under `downloads`. */
const everything = router({ ...appRouter._def.record, downloads: router(downloads) });

export const everyProcedure = Object.entries(everything._def.procedures as unknown as Record<string, unknown>);

export const isDownload = (path: string): boolean => path.startsWith("downloads.");

/** Calls one by its path; a file is read to its end. */
export async function callProcedure(context: ApiContext, path: string, input: unknown): Promise<unknown> {
  const caller: unknown = createCallerFactory(everything)(context);
  const call = path.split(".").reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  const answer = await (call as (input: unknown) => Promise<unknown>)(input);
  if (!isDownload(path)) return answer;
  let text = "";
  for await (const lines of answer as AsyncIterable<string>) text += lines;
  return text;
}

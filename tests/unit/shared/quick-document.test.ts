import { expect, it } from "vitest";
import { quickDocument } from "@/components/shared/api-reference/quick-document";

const { fn, statePlugins } = quickDocument();
const document = {
  paths: { "/auth/me": { get: { responses: { 200: { $ref: "#/components/responses/Me" } } } } },
  components: {
    responses: { Me: { content: { schema: { $ref: "#/components/schemas/Person" } } } },
    schemas: { Person: { name: "string", superior: { $ref: "#/components/schemas/Person" } } },
  },
};

it("puts what an operation refers to in its place, and stops where something refers to itself", async () => {
  const { spec, errors } = await fn.resolveSubtree(document, ["paths", "/auth/me", "get"]);
  const superior = { $ref: "#/components/schemas/Person" };
  expect(spec).toEqual({ responses: { 200: { content: { schema: { name: "string", superior } } } } });
  expect(errors).toEqual([]);
});

it("knows nothing of a part that is not there", async () => {
  expect((await fn.resolveSubtree(document, ["paths", "/nowhere", "get"])).spec).toBeUndefined();
});

it("reads JSON as JSON", () => {
  const read: object[] = [];
  const specActions = {
    updateJsonSpec: (given: object) => {
      read.push(given);
      return given;
    },
  };
  statePlugins.spec.wrapActions.parseToJson(null, { specActions })(JSON.stringify(document));
  expect(read).toEqual([document]);
});

import { expect, it } from "vitest";
import de from "@/public/locales/de/errors.json";
import en from "@/public/locales/en/errors.json";
import { ERROR_STATUS } from "@/server/core/errors";

it.each([
  ["de", de],
  ["en", en],
])("has a sentence for every error code in %s", (_language, messages) => {
  const codes = new Set(Object.keys(messages.codes));
  expect(Object.keys(ERROR_STATUS).filter((code) => !codes.has(code))).toEqual([]);
});

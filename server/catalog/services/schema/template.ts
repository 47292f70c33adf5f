import { z } from "zod";

export const templateIndustry = z.enum(["salon", "practice", "studio", "garage", "law_firm"]);
export type TemplateIndustry = z.infer<typeof templateIndustry>;

/** Typical services of an industry, chosen by their keys; a name that is taken already is passed over. */
export const startFromTemplateInput = z.object({
  industry: templateIndustry,
  keys: z.array(z.string().max(40)).min(1).max(50),
  language: z.enum(["de", "en"]).default("de"),
});
export type StartFromTemplateInput = z.infer<typeof startFromTemplateInput>;

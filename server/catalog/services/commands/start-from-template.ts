import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { isNameTaken } from "../repository/read";
import { SERVICE_TEMPLATES, type ServiceTemplate } from "../rules/templates";
import { segments } from "../schema/chain";
import { createServiceInput } from "../schema/service";
import type { StartFromTemplateInput } from "../schema/template";
import { createService } from "./create-service";
import { setSegments } from "./set-segments";

/** Makes the chosen typical services, in the language of whoever asks; what is there by that name already stays as it is. */
export async function startFromTemplate(ctx: CompanyContext, input: StartFromTemplateInput) {
  return transact(ctx, async (tx) => {
    const { industry, keys, language } = input;
    const chosen = SERVICE_TEMPLATES[industry].filter(({ key }) => keys.includes(key));
    if (chosen.length === 0) throw new AppError({ code: "VALIDATION_ERROR", reason: "unknown_template" });
    const serviceIds: string[] = [];
    for (const template of chosen) {
      if (await isNameTaken(tx, { name: template.name[language] })) continue;
      serviceIds.push(await make(tx, { template, language }));
    }
    recordAudit(tx, { action: "create_services", subjectType: "service", after: { industry, keys, serviceIds } });
    return { serviceIds };
  });
}

interface Wanted {
  template: ServiceTemplate;
  language: "de" | "en";
}

async function make(tx: TransactionContext, { template, language }: Wanted): Promise<string> {
  const { key: _, name, category, synonyms, segments: links, ...figures } = template;
  const words = { name: name[language], category: category[language], synonyms: synonyms[language] };
  const { serviceId } = await createService(tx, createServiceInput.parse({ ...figures, ...words }));
  if (!links) return serviceId;
  const chain = segments.parse(links.map((link) => ({ ...link, name: link.name[language] })));
  await setSegments(tx, { serviceId, segments: chain });
  return serviceId;
}

import { z } from "zod";
import { platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { addPhoneNumber } from "./commands/add-phone-number";
import { removePhoneNumber } from "./commands/remove-phone-number";
import { listPhoneNumbers } from "./queries/list-phone-numbers";
import { addPhoneNumberInput, listPhoneNumbersInput, phoneNumberView, removePhoneNumberInput } from "./schema";

const changing = platformProcedure.meta({ permission: "edit_companies", reauthentication: true });
const changed = z.object({ number: z.string() });

export const platformPhoneNumbersRouter = router({
  list: platformProcedure
    .meta({ permission: "view_companies" })
    .input(listPhoneNumbersInput)
    .output(z.array(phoneNumberView))
    .query(({ ctx, input }) => listPhoneNumbers(ctx.platform, input)),
  add: changing
    .input(addPhoneNumberInput)
    .output(changed)
    .mutation(({ ctx, input }) => addPhoneNumber(ctx.platform, input)),
  remove: changing
    .input(removePhoneNumberInput)
    .output(changed)
    .mutation(({ ctx, input }) => removePhoneNumber(ctx.platform, input)),
});

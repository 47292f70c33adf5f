"use client";

import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { useTRPC } from "../../providers/trpc-provider";
import type { AbsenceMode } from "./absence-dialog";
import { type AbsenceValues, toInput } from "./absence-values";

type Save = UseMutationResult<ExceptionView, unknown, AbsenceValues>;

/** Entering, asking and changing, as the dialog sends them: with what its form holds. */
export function useSaveAbsence(mode: AbsenceMode, absence: ExceptionView | undefined): Save {
  const trpc = useTRPC();
  const meta = { refresh: ["availability"] };
  const create = useMutation(trpc.exceptions.create.mutationOptions({ meta }));
  const request = useMutation(trpc.exceptions.request.mutationOptions());
  const edit = useMutation(trpc.exceptions.edit.mutationOptions({ meta }));
  type Options = Parameters<typeof create.mutate>[1];
  const send = {
    create: (values: AbsenceValues, options: Options) => create.mutate(toInput(values), options),
    request: (values: AbsenceValues, options: Options) => {
      const { branchId: _branch, resourceId: _resource, isConfirmed: _yes, staffId, ...input } = toInput(values);
      request.mutate({ ...input, staffId: staffId ?? "" }, options as never);
    },
    edit: (values: AbsenceValues, options: Options) => {
      const { branchId: _branch, resourceId: _resource, staffId: _staff, ...input } = toInput(values);
      edit.mutate({ exceptionId: absence?.id ?? "", version: absence?.version, ...input }, options as never);
    },
  }[mode];
  return { ...{ create, request, edit }[mode], mutate: send } as unknown as Save;
}

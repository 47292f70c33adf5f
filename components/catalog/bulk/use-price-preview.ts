"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { useSettled } from "../../shared/use-settled";
import { NO_WISH, type PriceWish, toPriceChange } from "./price-wish";

const PAUSE_MS = 300;

/** By how much prices change as it is typed, and what each would become: nothing else is written than what was shown. */
export function usePricePreview(serviceIds: string[]) {
  const [wish, setWish] = useState<PriceWish>(NO_WISH);
  const settled = useSettled(wish, PAUSE_MS);
  const price = toPriceChange(settled);
  const preview = useQuery(
    useTRPC().services.previewPrices.queryOptions(
      { serviceIds, price: price ?? { cents: 0 } },
      { enabled: price !== null, staleTime: 0 },
    ),
  );
  const isCurrent = settled === wish && price !== null && !preview.isFetching;
  return {
    wish,
    change: (next: Partial<PriceWish>) => setWish({ ...wish, ...next }),
    prices: isCurrent ? (preview.data?.prices ?? null) : null,
    isLoading: toPriceChange(wish) !== null && !isCurrent,
    error: preview.error,
  };
}

export type PriceChoiceState = ReturnType<typeof usePricePreview>;

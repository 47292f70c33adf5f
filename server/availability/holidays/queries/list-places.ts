import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listCountries, listStates } from "../adapters/date-holidays";
import { findBranchPlaces, findCompanyPlace } from "../repository";
import { municipalitiesOf } from "../rules/local-days";
import type { HolidayPlace, Regions } from "../schema";

/** Where the company and its branches lie, the company first. */
export async function listPlaces(ctx: CompanyContext): Promise<HolidayPlace[]> {
  return transact(ctx, async (tx) => {
    const company = await findCompanyPlace(tx);
    const branches = await findBranchPlaces(tx);
    const label = labelIn(company.locale);
    const { name, country, state } = company;
    return [
      {
        branchId: null,
        name,
        country,
        state,
        municipality: null,
        label: label({ country, state, municipality: null }),
      },
      ...branches.map(({ branchId, own, ...place }) => ({
        ...{ branchId, name: place.name, ...own, municipality: place.municipality, label: label(place) },
      })),
    ];
  });
}

function labelIn(language: string) {
  const countries = new Map(listCountries(language).map(({ code, name }) => [code, name]));
  return ({ country, state, municipality }: { country: string; state: string | null; municipality: string | null }) => {
    const stateName = listStates(country, language).find(({ code }) => code === state)?.name;
    return [municipality, stateName ?? countries.get(country) ?? country].filter(Boolean).join(", ");
  };
}

/** What can be chosen as a place: countries, the states of one, and its municipalities with days of their own. */
export function listRegions({
  country = "DE",
  state,
  language,
}: {
  country?: string | undefined;
  state?: string | undefined;
  language: string;
}): Regions {
  return {
    countries: listCountries(language),
    states: listStates(country, language),
    municipalities: state ? municipalitiesOf({ country, state }) : [],
  };
}

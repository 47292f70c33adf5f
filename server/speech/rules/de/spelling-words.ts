import type { SpellingWords } from "../contact-language";

const NAMES =
  "be:b ce:c ze:c de:d ef:f eff:f ge:g ha:h jot:j ka:k el:l ell:l em:m emm:m en:n enn:n pe:p ku:q er:r err:r es:s ess:s te:t vau:v we:w ix:x zet:z zett:z " +
  "beh:b zeh:c deh:d geh:g peh:p teh:t weh:w ah:a eh:e ih:i oh:o uh:u kah:k kuh:q jott:j";

export const germanSpelling: SpellingWords = {
  /** The telephone alphabet people know with its Austrian and Swiss variants, and the city names of DIN 5009:2022. */
  alphabets: {
    a: "anton albert anna aachen",
    b: "berta bernhard berlin beate",
    c: "caesar chemnitz christian",
    d: "dora david daniel duesseldorf",
    e: "emil essen",
    f: "friedrich fritz frankfurt",
    g: "gustav goslar georg",
    h: "heinrich hamburg",
    i: "ida ingelheim isidor",
    j: "julius jakob jena",
    k: "kaufmann konrad karl koeln kaiser",
    l: "ludwig leopold leipzig",
    m: "martha marie muenchen maria",
    n: "nordpol norbert nathan nuernberg nikolaus niklaus",
    o: "otto oskar offenbach",
    p: "paula peter potsdam",
    q: "quelle quickborn quasi",
    r: "richard rostock rosa",
    s: "samuel siegfried salzwedel sophie",
    t: "theodor tuebingen toni",
    u: "ulrich unna",
    v: "viktor voelklingen vogel",
    w: "wilhelm wuppertal",
    x: "xanthippe xaver xanten",
    y: "ypsilon yverdon",
    z: "zacharias zeppelin zwickau zuerich",
    ä: "aerger",
    ö: "oekonom oesterreich",
    ü: "uebermut uebel",
    ß: "eszett",
    sch: "schule schwerin",
    ch: "charlotte",
  },
  letterNames: new Map(
    NAMES.split(" ").map((pair): [string, string] => [pair.split(":")[0] ?? "", pair.split(":")[1] ?? ""]),
  ),
  like: ["wie"],
  doubled: new Set(["doppel", "zweimal"]),
};

import { testSeeds } from "./run-seeds";

testSeeds(0);

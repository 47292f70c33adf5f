import { openProviderDoor } from "./provider-door";
import { testEnvironment } from "./test-environment";

// A database there is none.
Object.assign(process.env, testEnvironment(await openProviderDoor()), { APP_DATABASE_URL: "postgresql://nowhere" });

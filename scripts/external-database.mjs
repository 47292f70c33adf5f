// Running on a PostgreSQL of the user's own: DATABASE_URL, with or without the other two roles' addresses.
import { createRoles, ROLES, roleUrls, withClient } from "./database.mjs";

/**
 * Answers the three roles' connection strings. Where only DATABASE_URL is given, its role must be able to create
 * roles; roles that exist already are never changed, because another installation may live on them.
 */
export async function connectExternal({ owner, app, platform }, passwords) {
  if (app && platform) return { owner, app, platform };
  if (app || platform) throw new Error("Give both APP_DATABASE_URL and PLATFORM_DATABASE_URL, or neither.");
  const database = databaseOf(owner);
  const maintenance = withDatabase(owner, "postgres");
  await requireAnswer(maintenance);
  const missing = await withClient(maintenance, async (client) => {
    const { rows } = await client.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
    if (!rows[0].rolsuper) throw new Error(needsMore);
    const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = ANY($1)", [Object.values(ROLES)]);
    return found.rowCount === 0;
  });
  if (missing) await createRoles(maintenance, passwords);
  await openDatabase(maintenance, database);
  const urls = roleUrls(owner, database, passwords);
  for (const url of Object.values(urls)) await requireSignIn(url);
  return urls;
}

const needsMore =
  "DATABASE_URL's role is no superuser, so the other roles cannot be created: give APP_DATABASE_URL (role app_rw) " +
  "and PLATFORM_DATABASE_URL (role app_platform) too.";

export const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

function withDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** A database that exists keeps its owner; ours only gets the right to create in it. */
async function openDatabase(maintenance, name) {
  await withClient(maintenance, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    const quoted = client.escapeIdentifier(name);
    if (found.rowCount) await client.query(`GRANT CREATE, CONNECT, TEMPORARY ON DATABASE ${quoted} TO ${ROLES.owner}`);
    else await client.query(`CREATE DATABASE ${quoted} OWNER ${ROLES.owner}`);
  });
  await withClient(withDatabase(maintenance, name), (client) =>
    client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${ROLES.owner} WITH GRANT OPTION`),
  );
}

async function requireAnswer(url) {
  await withClient(url, (client) => client.query("SELECT 1")).catch((error) => {
    throw new Error(`The PostgreSQL that DATABASE_URL names (${new URL(url).host}) does not answer: ${error.message}`);
  });
}

async function requireSignIn(url) {
  await withClient(url, (client) => client.query("SELECT 1")).catch((error) => {
    const { username } = new URL(url);
    throw new Error(
      `Role ${username} of this server does not accept this copy's password (${error.message}): it belongs to another ` +
        "installation. Give APP_DATABASE_URL and PLATFORM_DATABASE_URL, or use a server of its own.",
    );
  });
}

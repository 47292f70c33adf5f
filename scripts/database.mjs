// Roles and databases: what a fresh PostgreSQL needs before our migrations can run.
import pg from "pg";

export const ROLES = { owner: "askpro_owner", app: "app_rw", platform: "app_platform" };

/**
 * Runs one connection's work and always closes it.
 * @template T
 * @param {string} connectionString
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates the three roles (nobody has BYPASSRLS, the owner is no superuser) and says what each may do.
 * The owner may hand functions to app_platform (SET), but does not inherit its policies.
 */
export async function createRoles(superuserUrl, passwords) {
  await withClient(superuserUrl, async (client) => {
    for (const [key, name] of Object.entries(ROLES)) {
      const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
      const options = `LOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT PASSWORD ${client.escapeLiteral(passwords[key])}`;
      await client.query(found.rowCount ? `ALTER ROLE ${name} ${options}` : `CREATE ROLE ${name} ${options}`);
    }
    await client.query(`GRANT ${ROLES.platform} TO ${ROLES.owner}`);
  });
}

/** Creates the database if it is missing; it belongs to the owner role. */
export async function createDatabase(superuserUrl, name, template) {
  await withClient(superuserUrl, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount) return;
    const from = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : "";
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${ROLES.owner}${from}`);
  });
}

/**
 * The connection strings of the three roles for one database.
 * @param {string} superuserUrl
 * @param {string} database
 * @param {Record<"owner" | "app" | "platform", string>} passwords
 */
export function roleUrls(superuserUrl, database, passwords) {
  const urlOf = (key) => {
    const url = new URL(superuserUrl);
    url.username = ROLES[key];
    url.password = passwords[key];
    url.pathname = `/${database}`;
    return url.toString();
  };
  return { owner: urlOf("owner"), app: urlOf("app"), platform: urlOf("platform") };
}

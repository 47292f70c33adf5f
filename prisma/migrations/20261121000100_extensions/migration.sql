-- Trusted extensions: the owner role may create them, no superuser is needed.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- The company of the current transaction; null where none is set, and then no row is visible.
CREATE FUNCTION app_company_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.company_id', true), '')::uuid $$;

-- Functions that the platform's role owns (sign-in, routing) need a place to live.
GRANT USAGE, CREATE ON SCHEMA public TO app_platform;
GRANT USAGE ON SCHEMA public TO app_rw;

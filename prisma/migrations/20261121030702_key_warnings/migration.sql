-- How many days before its end a key's people were last told of it: each of the two mails goes out once.
ALTER TABLE api_keys ADD COLUMN warned_days smallint, ADD CONSTRAINT warned_days_known CHECK (warned_days IN (7, 1));

SET LOCAL ROLE app_platform;

-- For the sweep, which has no company: where a key ends soon of whose end its people have not been told yet.
CREATE FUNCTION list_companies_with_ending_keys() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT k.company_id FROM api_keys k JOIN companies c ON c.id = k.company_id AND c.status <> 'closed'
  WHERE k.revoked_at IS NULL AND k.expires_at > now()
    AND (k.expires_at <= now() + interval '7 days' AND k.warned_days IS NULL
      OR k.expires_at <= now() + interval '1 day' AND k.warned_days = 7)
    AND NOT EXISTS (SELECT FROM api_keys newer WHERE newer.rotated_from_id = k.id AND newer.revoked_at IS NULL)
$$;
REVOKE ALL ON FUNCTION list_companies_with_ending_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_companies_with_ending_keys() TO app_rw, app_platform;

RESET ROLE;

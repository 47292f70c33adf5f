SET LOCAL ROLE app_platform;

-- What people do to their own accounts while they work nowhere, operators above all, stands in the platform's chain. The
-- application may append just that: entries of the security log in which somebody acts on themselves, in a transaction of no company.
CREATE FUNCTION append_account_activity(entries jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app_company_id() IS NOT NULL OR EXISTS (SELECT FROM jsonb_array_elements(entries) AS entry
      WHERE (entry ->> 'log_name', entry ->> 'subject_type', entry #>> '{actor,kind}', entry #>> '{actor,userId}')
        IS DISTINCT FROM ('security', 'user', 'user', entry ->> 'subject_id')
        OR NOT EXISTS (SELECT FROM users WHERE id = (entry ->> 'subject_id')::uuid)) THEN
    RAISE EXCEPTION 'the entry is not one of somebody''s own account' USING ERRCODE = '42501';
  END IF;
  PERFORM append_chain(NULL, entries);
END $$;
REVOKE ALL ON FUNCTION append_account_activity(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_account_activity(jsonb) TO app_rw, app_platform;

RESET ROLE;

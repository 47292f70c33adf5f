-- A function that runs with its owner's rights looks for a temporary table last: one of the caller's own must not stand in
-- for ours. What PUBLIC may do with it only its owner can take away; the earlier REVOKE by somebody else did nothing.
SET LOCAL ROLE app_platform;
DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.prosecdef AND pg_get_userbyid(p.proowner) = 'app_platform'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;

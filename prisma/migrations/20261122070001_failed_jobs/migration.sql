-- A company sees how much of its own work was given up. The runner's tables belong to no company, so a door counts.
CREATE INDEX run_failed ON inngest.run (ended_at) WHERE status = 'failed';
CREATE INDEX run_replay_of ON inngest.run (replay_of) WHERE replay_of IS NOT NULL;

SET LOCAL ROLE app_platform;
-- Of the company that asks, in the last seven days; without what was started again since, and without the functions whose
-- failures are shown by their own rows.
CREATE FUNCTION failed_jobs(p_shown_elsewhere text[]) RETURNS TABLE (failed integer, since timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int, min(r.ended_at) FROM inngest.run r
  WHERE r.status = 'failed' AND r.ended_at > now() - interval '7 days' AND r.function_id <> ALL (p_shown_elsewhere)
    AND r.events -> 0 -> 'data' ->> 'companyId' = app_company_id()::text
    AND NOT EXISTS (SELECT FROM inngest.run n WHERE n.replay_of = r.id)
$$;
REVOKE ALL ON FUNCTION failed_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION failed_jobs TO app_rw;
RESET ROLE;

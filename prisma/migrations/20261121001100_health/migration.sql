-- How long the oldest due work waits: a job that no worker holds, or an event that nobody has published.
CREATE FUNCTION queue_wait() RETURNS TABLE (pending_jobs bigint, oldest_wait_seconds double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT jobs.pending,
    greatest(coalesce(extract(epoch FROM now() - jobs.oldest), 0), coalesce(extract(epoch FROM now() - events.oldest), 0))::double precision
  FROM (SELECT count(*) AS pending, min(due_at) AS oldest FROM inngest.job
        WHERE due_at <= now() AND (leased_until IS NULL OR leased_until < now())) jobs,
    (SELECT min(created_at) AS oldest FROM outbox_events WHERE published_at IS NULL) events
$$;
ALTER FUNCTION queue_wait() OWNER TO app_platform;
REVOKE ALL ON FUNCTION queue_wait() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue_wait() TO app_rw, app_platform;

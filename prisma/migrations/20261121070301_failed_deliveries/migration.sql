-- The hourly sweep asks for the companies that have something to try again, and for nobody else.
CREATE INDEX webhook_logs_failed ON webhook_logs (received_at) WHERE status = 'failed';

SET LOCAL ROLE app_platform;
CREATE FUNCTION list_companies_with_failed_deliveries(p_since timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT company_id FROM webhook_logs WHERE status = 'failed' AND received_at >= p_since AND company_id IS NOT NULL
$$;
REVOKE ALL ON FUNCTION list_companies_with_failed_deliveries(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_companies_with_failed_deliveries(timestamptz) TO app_rw;
RESET ROLE;

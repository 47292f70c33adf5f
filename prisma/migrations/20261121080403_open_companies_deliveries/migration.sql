-- What failed for a company that is closed is tried again for nobody.
SET LOCAL ROLE app_platform;
CREATE OR REPLACE FUNCTION list_companies_with_failed_deliveries(p_since timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT l.company_id FROM webhook_logs l JOIN companies c ON c.id = l.company_id AND c.status <> 'closed'
  WHERE l.status = 'failed' AND l.received_at >= p_since
$$;
RESET ROLE;

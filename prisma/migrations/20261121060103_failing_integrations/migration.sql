-- Whether a provider that the platform brings refuses its access: the last company that asked it was sent away. A company's
-- own access is its own matter.
SET LOCAL ROLE app_platform;
CREATE FUNCTION platform_integration_failing() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_or(last.status = 'error'), false) FROM (
    SELECT DISTINCT ON (i.provider) i.status
    FROM integrations i JOIN companies c ON c.id = i.company_id
    WHERE i.last_checked_at IS NOT NULL
      AND (i.provider IN ('resend', 'twilio') OR (i.provider = 'retell' AND c.retell_api_key_encrypted IS NULL))
    ORDER BY i.provider, i.last_checked_at DESC) last
$$;
REVOKE ALL ON FUNCTION platform_integration_failing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform_integration_failing() TO app_rw;
RESET ROLE;

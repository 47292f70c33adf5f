SET LOCAL ROLE app_platform;

-- As before, but what was over when it was taken over, from a file or from Cal.com, is history, and uses up nothing of the month.
CREATE OR REPLACE FUNCTION tenant_count(p_tenant uuid, p_what text) RETURNS bigint
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  own uuid[] := ARRAY(SELECT id FROM companies WHERE tenant_id = p_tenant);
  month_start timestamptz := date_trunc('month', now() AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin';
BEGIN
  RETURN CASE p_what
    WHEN 'companies' THEN (SELECT count(*) FROM companies WHERE tenant_id = p_tenant AND status <> 'closed')
    WHEN 'branches' THEN (SELECT count(*) FROM branches WHERE company_id = ANY (own) AND is_active AND deleted_at IS NULL)
    WHEN 'staff' THEN (SELECT count(*) FROM staff WHERE company_id = ANY (own) AND is_active AND deleted_at IS NULL)
    WHEN 'users' THEN (SELECT count(*) FROM memberships WHERE company_id = ANY (own) AND is_active)
      + (SELECT count(*) FROM invitations WHERE company_id = ANY (own) AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now())
    WHEN 'phoneNumbers' THEN (SELECT count(*) FROM phone_numbers WHERE company_id = ANY (own) AND is_active)
    WHEN 'customers' THEN (SELECT count(*) FROM customers WHERE company_id = ANY (own) AND deleted_at IS NULL AND anonymized_at IS NULL)
    WHEN 'appointmentsPerMonth' THEN (SELECT count(*) FROM appointments WHERE company_id = ANY (own) AND created_at >= month_start
      AND NOT (source IN ('import', 'calcom') AND starts_at < created_at))
    WHEN 'callsPerMonth' THEN (SELECT count(*) FROM calls WHERE company_id = ANY (own) AND started_at >= month_start)
    WHEN 'apiKeys' THEN (SELECT count(*) FROM api_keys WHERE company_id = ANY (own) AND revoked_at IS NULL AND expires_at > now())
  END;
END $$;

RESET ROLE;

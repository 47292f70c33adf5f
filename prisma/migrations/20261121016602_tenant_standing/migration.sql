-- Why and since when a tenant is suspended.
ALTER TABLE tenants ADD COLUMN suspended_at timestamptz(3), ADD COLUMN suspension_reason text,
  ADD CONSTRAINT suspension_has_reason CHECK (num_nonnulls(suspended_at, suspension_reason) IN (0, 2)
    AND (status = 'suspended') = (suspended_at IS NOT NULL));

SET LOCAL ROLE app_platform;

-- What operators switched on or off for all tenants; what is not named there has the default of the code.
CREATE FUNCTION platform_feature_flags() RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT value FROM system_settings WHERE scope = 'platform' AND key = 'feature_flags'), '{}')
$$;

-- session_find, and how each company stands: whether it may work, and what is switched on for it.
CREATE FUNCTION session_load(p_token_hash text) RETURNS jsonb
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT found.session || jsonb_build_object('memberships', coalesce((
      SELECT jsonb_agg(place.membership || jsonb_build_object('tenantStatus', t.status, 'companyStatus', c.status,
          'featureFlags', platform_feature_flags() || t.feature_flags) ORDER BY place.position)
      FROM jsonb_array_elements(found.session -> 'memberships') WITH ORDINALITY AS place (membership, position)
      JOIN companies c ON c.id = (place.membership ->> 'companyId')::uuid JOIN tenants t ON t.id = c.tenant_id), '[]'))
  FROM (SELECT session_find(p_token_hash) AS session) found WHERE found.session IS NOT NULL
$$;

-- The same for a key, which belongs to one company and has no session.
CREATE FUNCTION company_standing(p_company uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('tenantStatus', t.status, 'companyStatus', c.status,
    'featureFlags', platform_feature_flags() || t.feature_flags)
  FROM companies c JOIN tenants t ON t.id = c.tenant_id WHERE c.id = p_company
$$;

-- How much of something all companies of a tenant have; what counts by the month counts by the month in Berlin.
CREATE FUNCTION tenant_count(p_tenant uuid, p_what text) RETURNS bigint
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
    WHEN 'appointmentsPerMonth' THEN (SELECT count(*) FROM appointments WHERE company_id = ANY (own) AND created_at >= month_start)
    WHEN 'callsPerMonth' THEN (SELECT count(*) FROM calls WHERE company_id = ANY (own) AND started_at >= month_start)
    WHEN 'apiKeys' THEN (SELECT count(*) FROM api_keys WHERE company_id = ANY (own) AND revoked_at IS NULL AND expires_at > now())
  END;
END $$;

-- What the tenant of the transaction's company has of something. Whoever takes the lock waits for those
-- who are taking one more right now, and counts theirs too.
CREATE FUNCTION tenant_usage(p_what text, p_is_locked boolean) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tenant uuid;
BEGIN
  SELECT tenant_id INTO tenant FROM companies WHERE id = app_company_id();
  IF p_is_locked THEN PERFORM pg_advisory_xact_lock(hashtextextended(p_what || tenant::text, 1)); END IF;
  RETURN tenant_count(tenant, p_what);
END $$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('platform_feature_flags', 'session_load', 'company_standing', 'tenant_count', 'tenant_usage')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_platform', signature);
    IF signature::text NOT LIKE 'tenant_count%' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw', signature); END IF;
  END LOOP;
END $$;

RESET ROLE;

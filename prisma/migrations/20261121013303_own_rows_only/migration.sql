-- A company's own role may be one like staff, whose people see only what is theirs: a session says so.
SET LOCAL ROLE app_platform;
UPDATE roles SET is_own_only = true WHERE company_id IS NULL AND key = 'staff';

-- The session behind a token, if it is alive (not revoked, not expired, used within the last two hours unless remembered),
-- with everything that a request needs to know; touches last_seen_at once a minute at most.
CREATE OR REPLACE FUNCTION session_find(p_token_hash text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE alive record; result jsonb;
BEGIN
  SELECT s.id, s.kind, s.active_company_id, s.last_seen_at, s.expires_at, s.authenticated_at, s.second_factor_at, s.impersonation_reason,
    s.impersonation_expires_at, CASE WHEN u.is_platform_admin AND s.impersonation_expires_at > now() THEN s.impersonated_company_id END
      AS impersonated_company_id,
    u.id AS user_id, u.email, u.name, u.locale, u.is_platform_admin, u.totp_enabled_at INTO alive
  FROM portal_sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL
    AND (s.is_remembered OR s.last_seen_at > now() - interval '2 hours');
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF alive.last_seen_at < now() - interval '1 minute' THEN
    UPDATE portal_sessions SET last_seen_at = now() WHERE id = alive.id;
  END IF;
  SELECT jsonb_build_object(
    'sessionId', alive.id, 'kind', alive.kind, 'activeCompanyId', alive.active_company_id, 'expiresAt', alive.expires_at,
    'authenticatedAt', alive.authenticated_at, 'secondFactorAt', alive.second_factor_at,
    'user', jsonb_build_object('id', alive.user_id, 'email', alive.email, 'name', alive.name, 'locale', alive.locale,
      'isPlatformAdmin', alive.is_platform_admin, 'hasTwoFactor', alive.totp_enabled_at IS NOT NULL),
    'impersonation', CASE WHEN alive.impersonated_company_id IS NOT NULL THEN jsonb_build_object(
      'companyId', alive.impersonated_company_id, 'reason', alive.impersonation_reason, 'expiresAt', alive.impersonation_expires_at) END,
    'memberships', coalesce((
      SELECT jsonb_agg(jsonb_build_object('companyId', c.id, 'companyName', c.name, 'timezone', c.timezone, 'currency', c.currency,
          'roleKey', place.role_key, 'isBuiltInRole', place.is_built_in, 'isOwnOnly', place.is_own_only, 'branchIds', to_jsonb(place.branch_ids),
          'staffId', place.staff_id, 'permissions', place.permissions, 'featureFlags', t.feature_flags, 'security', coalesce(c.settings -> 'security', '{}'),
          'ipAllowlist', to_jsonb(c.ip_allowlist))
        ORDER BY place.since, place.id)
      FROM (
        SELECT m.id, m.company_id, r.key AS role_key, r.company_id IS NULL AS is_built_in, r.is_own_only, m.branch_ids, m.staff_id, m.created_at AS since,
          coalesce((SELECT jsonb_agg(p.key) FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE rp.role_id = r.id), '[]')
            AS permissions
        FROM memberships m JOIN roles r ON r.id = m.role_id
        WHERE m.user_id = alive.user_id AND m.is_active AND alive.impersonated_company_id IS NULL
        UNION ALL
        SELECT alive.id, alive.impersonated_company_id, 'super_admin', true, false, '{}'::uuid[], NULL::uuid, now(), '[]'::jsonb
        WHERE alive.impersonated_company_id IS NOT NULL
      ) place JOIN companies c ON c.id = place.company_id JOIN tenants t ON t.id = c.tenant_id
      WHERE c.status <> 'closed'), '[]')) INTO result;
  RETURN result;
END $$;

RESET ROLE;

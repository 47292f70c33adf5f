-- A key may be for some branches only; empty: every branch that its creator works with.
ALTER TABLE api_keys ADD COLUMN branch_ids uuid[] DEFAULT '{}';
CREATE INDEX api_keys_company_id_created_at_idx ON api_keys (company_id, created_at);

SET LOCAL ROLE app_platform;

-- The key behind a token's digest, if it is alive (not revoked, not expired, its creator still works there), with what the
-- key was given and where its creator stands today: a key can do no more than they can. Touches last_used_at once a minute
-- at most.
CREATE FUNCTION api_key_find(p_key_hash text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE alive record; result jsonb;
BEGIN
  SELECT k.id, k.company_id, k.name, k.prefix, k.scopes, k.branch_ids, k.last_used_at, k.created_by_user_id INTO alive
  FROM api_keys k WHERE k.key_hash = p_key_hash AND k.revoked_at IS NULL AND k.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT jsonb_build_object(
    'apiKeyId', alive.id, 'name', alive.name, 'prefix', alive.prefix, 'scopes', to_jsonb(alive.scopes),
    'branchIds', to_jsonb(alive.branch_ids), 'createdByUserId', u.id,
    'creator', jsonb_build_object('companyId', c.id, 'companyName', c.name, 'timezone', c.timezone, 'currency', c.currency,
      'roleKey', r.key, 'isBuiltInRole', r.company_id IS NULL, 'branchIds', to_jsonb(m.branch_ids), 'staffId', m.staff_id,
      'permissions', coalesce((SELECT jsonb_agg(p.key) FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id
        WHERE rp.role_id = r.id), '[]'),
      'featureFlags', t.feature_flags, 'security', coalesce(c.settings -> 'security', '{}'))) INTO result
  FROM memberships m JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL JOIN roles r ON r.id = m.role_id
    JOIN companies c ON c.id = m.company_id AND c.status <> 'closed' JOIN tenants t ON t.id = c.tenant_id
  WHERE m.company_id = alive.company_id AND m.user_id = alive.created_by_user_id AND m.is_active;
  IF result IS NOT NULL AND (alive.last_used_at IS NULL OR alive.last_used_at < now() - interval '1 minute') THEN
    UPDATE api_keys SET last_used_at = now() WHERE id = alive.id;
  END IF;
  RETURN result;
END $$;
REVOKE ALL ON FUNCTION api_key_find(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api_key_find(text) TO app_rw;

RESET ROLE;

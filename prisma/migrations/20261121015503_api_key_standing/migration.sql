SET LOCAL ROLE app_platform;

-- api_key_find, with the addresses that the company allows and how the company stands (company_standing comes with the
-- platform's own functions and is there by the time that anybody asks).
CREATE OR REPLACE FUNCTION api_key_find(p_key_hash text) RETURNS jsonb
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
      'roleKey', r.key, 'isBuiltInRole', r.company_id IS NULL, 'isOwnOnly', r.is_own_only,
      'branchIds', to_jsonb(m.branch_ids), 'staffId', m.staff_id,
      'permissions', coalesce((SELECT jsonb_agg(p.key) FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id
        WHERE rp.role_id = r.id), '[]'),
      'security', coalesce(c.settings -> 'security', '{}'), 'ipAllowlist', to_jsonb(c.ip_allowlist))
      || company_standing(c.id)) INTO result
  FROM memberships m JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL JOIN roles r ON r.id = m.role_id
    JOIN companies c ON c.id = m.company_id AND c.status <> 'closed'
  WHERE m.company_id = alive.company_id AND m.user_id = alive.created_by_user_id AND m.is_active;
  IF result IS NOT NULL AND (alive.last_used_at IS NULL OR alive.last_used_at < now() - interval '1 minute') THEN
    UPDATE api_keys SET last_used_at = now() WHERE id = alive.id;
  END IF;
  RETURN result;
END $$;

RESET ROLE;

-- A key for all companies of a tenant where its creator may make keys; it says in each request which one it means.
ALTER TABLE api_keys ADD COLUMN is_group_wide boolean NOT NULL DEFAULT false;
-- Branches belong to one company: a key for several is held to those of its creator in each of them.
ALTER TABLE api_keys ADD CONSTRAINT api_keys_group_without_branches CHECK (NOT is_group_wide OR branch_ids = '{}');

SET LOCAL ROLE app_platform;

-- What somebody may do in a company, as every request asks; null where they do not work.
CREATE FUNCTION key_creator_at(p_company uuid, p_user uuid) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('companyId', c.id, 'companyName', c.name, 'timezone', c.timezone, 'currency', c.currency,
      'roleKey', r.key, 'isBuiltInRole', r.company_id IS NULL, 'isOwnOnly', r.is_own_only,
      'branchIds', to_jsonb(m.branch_ids), 'staffId', m.staff_id,
      'permissions', coalesce((SELECT jsonb_agg(p.key) FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id
        WHERE rp.role_id = r.id), '[]'),
      'security', coalesce(c.settings -> 'security', '{}'), 'ipAllowlist', to_jsonb(c.ip_allowlist))
      || company_standing(c.id)
  FROM memberships m JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL JOIN roles r ON r.id = m.role_id
    JOIN companies c ON c.id = m.company_id AND c.status <> 'closed'
  WHERE m.company_id = p_company AND m.user_id = p_user AND m.is_active
$$;

-- The living key behind a digest, in the company that the request names, or in its own where it names none. `home` is where
-- it was made: a key ends when its creator leaves there, wherever else they work. What it does not reach is told by
-- `isReached`, with the creator at home: the caller is known and is refused like for a company that there is not.
CREATE FUNCTION api_key_find_at(p_key_hash text, p_company uuid) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE alive record; home jsonb; there jsonb;
BEGIN
  SELECT k.id, k.company_id, k.name, k.prefix, k.scopes, k.branch_ids, k.last_used_at, k.created_by_user_id, k.is_group_wide
    INTO alive
  FROM api_keys k WHERE k.key_hash = p_key_hash AND k.revoked_at IS NULL AND k.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  home := key_creator_at(alive.company_id, alive.created_by_user_id);
  IF home IS NULL THEN RETURN NULL; END IF;
  IF p_company IS NULL OR p_company = alive.company_id THEN there := home;
  ELSIF alive.is_group_wide AND EXISTS (SELECT FROM companies asked JOIN companies own ON own.tenant_id = asked.tenant_id
      WHERE asked.id = p_company AND own.id = alive.company_id) THEN
    there := key_creator_at(p_company, alive.created_by_user_id);
  END IF;
  IF alive.last_used_at IS NULL OR alive.last_used_at < now() - interval '1 minute' THEN
    UPDATE api_keys SET last_used_at = now() WHERE id = alive.id;
  END IF;
  RETURN jsonb_build_object('apiKeyId', alive.id, 'name', alive.name, 'prefix', alive.prefix,
    'scopes', to_jsonb(alive.scopes), 'branchIds', to_jsonb(alive.branch_ids), 'createdByUserId', alive.created_by_user_id,
    'creator', coalesce(there, home), 'isReached', there IS NOT NULL,
    'home', jsonb_build_object('companyId', alive.company_id, 'companyName', home ->> 'companyName'));
END $$;

-- As processes of the version before ask.
CREATE OR REPLACE FUNCTION api_key_find(p_key_hash text) RETURNS jsonb
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT api_key_find_at(p_key_hash, NULL) $$;

-- Where somebody of the company works within its tenant: what a key of theirs for the whole group can reach.
CREATE FUNCTION group_places(p_user uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(key_creator_at(c.id, p_user) ORDER BY c.name, c.id), '[]')
  FROM companies own JOIN companies c ON c.tenant_id = own.tenant_id
  WHERE own.id = app_company_id() AND key_creator_at(own.id, p_user) IS NOT NULL AND key_creator_at(c.id, p_user) IS NOT NULL
$$;

REVOKE ALL ON FUNCTION key_creator_at(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION api_key_find_at(text, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION group_places(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api_key_find_at(text, uuid), group_places(uuid) TO app_rw;

RESET ROLE;

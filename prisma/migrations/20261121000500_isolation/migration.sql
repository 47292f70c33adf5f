-- Whose data it is: a row is visible in the transaction of its company, and nowhere else. No company set, no rows.
-- FORCE: the owner's role too. Nobody has BYPASSRLS; the platform's own door is a role with policies of its own.

-- Tables of one company.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY[
    'branches', 'memberships', 'invitations', 'api_keys', 'staff', 'staff_branches', 'staff_services', 'services',
    'service_segments', 'branch_services', 'resource_groups', 'resources', 'service_resources',
    'policy_configurations', 'journey_stages', 'journey_transitions', 'customers', 'customer_phones',
    'customer_notes', 'customer_relationships', 'consents', 'data_requests', 'working_hours',
    'schedule_exceptions', 'holidays', 'busy_times', 'class_sessions', 'slot_holds', 'staff_occupancies',
    'resource_occupancies', 'class_places', 'recurring_appointment_patterns', 'appointments',
    'appointment_segments', 'appointment_modifications', 'appointment_modification_stats', 'callback_requests',
    'callback_escalations', 'waitlist_entries', 'manual_bookings', 'reviews', 'retell_agents', 'agent_versions',
    'phone_numbers', 'consent_scripts', 'calls', 'call_function_invocations', 'notification_configurations',
    'notification_templates', 'notification_queue', 'integrations', 'calcom_event_maps',
    'team_event_type_mappings', 'calcom_team_members', 'outbound_webhooks', 'outbound_webhook_deliveries',
    'idempotency_keys'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY company_only ON %I USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()))', name);
    EXECUTE format('CREATE POLICY platform_door ON %I TO app_platform USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_rw, app_platform', name);
  END LOOP;
END $$;

-- Tables whose rows may belong to no company: those rows are the platform's.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['user_preferences', 'webhook_logs', 'activity_logs', 'outbox_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY company_only ON %I USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()))', name);
    EXECUTE format('CREATE POLICY platform_door ON %I TO app_platform USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_rw, app_platform', name);
  END LOOP;
  -- Rows without a company are built in: everybody may read them, only the platform may write them.
  FOREACH name IN ARRAY ARRAY['roles', 'notification_providers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY company_only ON %I USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()))', name);
    EXECUTE format('CREATE POLICY built_in ON %I FOR SELECT USING (company_id IS NULL)', name);
    EXECUTE format('CREATE POLICY platform_door ON %I TO app_platform USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_rw, app_platform', name);
  END LOOP;
END $$;

-- The audit log and its heads are written through append_activity() only.
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON audit_heads USING (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON audit_heads TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT ON audit_heads TO app_rw;
GRANT SELECT, INSERT, UPDATE ON audit_heads TO app_platform;
REVOKE INSERT, UPDATE, DELETE ON activity_logs FROM app_rw;

-- The company itself and its tenant.
ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON companies USING (id = (SELECT app_company_id())) WITH CHECK (id = (SELECT app_company_id()));
CREATE POLICY platform_door ON companies TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON companies TO app_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON companies TO app_platform;
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON tenants FOR SELECT USING (id IN (SELECT tenant_id FROM companies));
CREATE POLICY platform_door ON tenants TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT ON tenants TO app_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO app_platform;

-- People: a company sees those who work for it; credentials and sessions are reached through the sign-in functions only.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users FOR SELECT USING (id IN (SELECT user_id FROM memberships));
CREATE POLICY platform_door ON users TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT (id, email, name, locale, timezone, avatar_url, last_login_at, created_at) ON users TO app_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO app_platform;
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['portal_sessions', 'recovery_codes', 'passkey_credentials', 'verification_tokens', 'login_attempts', 'system_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY platform_door ON %I TO app_platform USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_platform', name);
  END LOOP;
END $$;

-- Reference data without an owner.
GRANT SELECT ON permissions, role_permissions, notification_event_mappings, webhook_events TO app_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON permissions, role_permissions, notification_event_mappings, webhook_events TO app_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit_buckets TO app_rw, app_platform;

-- The owner of the functions below app_platform must be able to check a migration's state at start.
-- (A shadow database, on which Prisma tries migrations out, has no such table.)
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN GRANT SELECT ON _prisma_migrations TO app_rw, app_platform; END IF;
END $$;

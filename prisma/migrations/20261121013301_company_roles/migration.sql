-- A company's own roles: what each may do stands in rows that this company alone writes. The list of permissions is the
-- typed table in server/identity/rules/permissions.ts; a test proves that both are the same.
ALTER TABLE roles ADD COLUMN is_own_only boolean NOT NULL DEFAULT false;
ALTER TABLE roles ADD CONSTRAINT roles_key CHECK (key ~ '^[a-z][a-z0-9_]{0,59}$');

SET LOCAL ROLE app_platform;
INSERT INTO permissions (id, key) SELECT gen_random_uuid(), unnest(ARRAY[
  'view_customers', 'create_customers', 'edit_customers', 'delete_customers', 'export_customers',
  'bulk_edit_customers', 'import_customers', 'merge_customers', 'view_general_notes', 'create_general_notes',
  'edit_general_notes', 'delete_general_notes', 'export_general_notes', 'bulk_edit_general_notes',
  'view_medical_notes', 'create_medical_notes', 'edit_medical_notes', 'delete_medical_notes', 'export_medical_notes',
  'bulk_edit_medical_notes', 'view_management_notes', 'create_management_notes', 'edit_management_notes',
  'delete_management_notes', 'export_management_notes', 'bulk_edit_management_notes', 'view_appointments',
  'create_appointments', 'edit_appointments', 'confirm_appointments', 'start_appointments', 'complete_appointments',
  'mark_no_show_appointments', 'cancel_appointments', 'reschedule_appointments', 'override_appointments',
  'export_appointments', 'bulk_edit_appointments', 'view_series', 'create_series', 'edit_series', 'cancel_series',
  'export_series', 'bulk_edit_series', 'view_waitlist', 'create_waitlist', 'edit_waitlist', 'delete_waitlist',
  'export_waitlist', 'bulk_edit_waitlist', 'view_calls', 'create_calls', 'edit_calls', 'delete_calls',
  'export_calls', 'bulk_edit_calls', 'review_calls', 'link_calls', 'view_callbacks', 'create_callbacks',
  'edit_callbacks', 'delete_callbacks', 'export_callbacks', 'bulk_edit_callbacks', 'assign_callbacks',
  'complete_callbacks', 'view_staff', 'create_staff', 'edit_staff', 'delete_staff', 'export_staff',
  'bulk_edit_staff', 'view_working_hours', 'create_working_hours', 'edit_working_hours', 'delete_working_hours',
  'export_working_hours', 'bulk_edit_working_hours', 'request_working_hours', 'view_schedule_exceptions',
  'create_schedule_exceptions', 'edit_schedule_exceptions', 'delete_schedule_exceptions',
  'export_schedule_exceptions', 'bulk_edit_schedule_exceptions', 'request_schedule_exceptions', 'view_services',
  'create_services', 'edit_services', 'delete_services', 'export_services', 'bulk_edit_services', 'view_resources',
  'create_resources', 'edit_resources', 'delete_resources', 'export_resources', 'bulk_edit_resources',
  'view_branches', 'create_branches', 'edit_branches', 'delete_branches', 'export_branches', 'bulk_edit_branches',
  'view_policies', 'create_policies', 'edit_policies', 'delete_policies', 'export_policies', 'bulk_edit_policies',
  'view_templates', 'create_templates', 'edit_templates', 'delete_templates', 'export_templates',
  'bulk_edit_templates', 'view_rules', 'create_rules', 'edit_rules', 'delete_rules', 'export_rules',
  'bulk_edit_rules', 'view_agents', 'create_agents', 'edit_agents', 'delete_agents', 'export_agents',
  'bulk_edit_agents', 'view_goals', 'create_goals', 'edit_goals', 'delete_goals', 'export_goals', 'bulk_edit_goals',
  'view_analytics', 'export_analytics', 'view_appointment_analytics', 'export_appointment_analytics',
  'view_call_analytics', 'export_call_analytics', 'view_own_kpis', 'view_platform_costs', 'view_reports',
  'create_reports', 'edit_reports', 'delete_reports', 'export_reports', 'bulk_edit_reports', 'view_balance',
  'edit_balance', 'view_transactions', 'create_transactions', 'export_transactions', 'view_plan', 'edit_plan',
  'view_costs', 'export_costs', 'view_invoices', 'create_invoices', 'edit_invoices', 'delete_invoices',
  'export_invoices', 'bulk_edit_invoices', 'send_invoices', 'view_payments', 'create_payments', 'edit_payments',
  'delete_payments', 'export_payments', 'bulk_edit_payments', 'take_payments', 'refund_payments',
  'view_integrations', 'create_integrations', 'edit_integrations', 'delete_integrations', 'export_integrations',
  'bulk_edit_integrations', 'test_integrations', 'view_integration_health', 'view_api_keys', 'create_api_keys',
  'edit_api_keys', 'delete_api_keys', 'export_api_keys', 'bulk_edit_api_keys', 'rotate_api_keys', 'view_webhooks',
  'create_webhooks', 'edit_webhooks', 'delete_webhooks', 'export_webhooks', 'bulk_edit_webhooks', 'retry_webhooks',
  'view_mcp', 'edit_mcp', 'use_mcp', 'view_team', 'invite_team', 'edit_team', 'remove_team', 'view_roles',
  'create_roles', 'edit_roles', 'delete_roles', 'assign_roles', 'view_company', 'edit_company',
  'view_privacy_requests', 'create_privacy_requests', 'edit_privacy_requests', 'delete_privacy_requests',
  'export_privacy_requests', 'bulk_edit_privacy_requests', 'process_privacy_requests', 'view_audit', 'export_audit',
  'view_tenants', 'create_tenants', 'edit_tenants', 'delete_tenants', 'export_tenants', 'bulk_edit_tenants',
  'suspend_tenants', 'view_companies', 'create_companies', 'edit_companies', 'delete_companies', 'export_companies',
  'bulk_edit_companies', 'impersonate_companies', 'view_platform', 'edit_platform'
]) ON CONFLICT (key) DO NOTHING;
RESET ROLE;

ALTER TABLE role_permissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_permissions FORCE ROW LEVEL SECURITY;
CREATE POLICY readable ON role_permissions FOR SELECT USING (role_id IN (SELECT id FROM roles));
CREATE POLICY company_only ON role_permissions
  USING (role_id IN (SELECT id FROM roles WHERE company_id = (SELECT app_company_id())))
  WITH CHECK (role_id IN (SELECT id FROM roles WHERE company_id = (SELECT app_company_id())));
CREATE POLICY platform_door ON role_permissions TO app_platform USING (true) WITH CHECK (true);
GRANT INSERT, DELETE ON role_permissions TO app_rw;

-- Nobody works, or is invited to work, under another company's role.
CREATE FUNCTION require_usable_role() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM roles WHERE id = NEW.role_id AND coalesce(company_id, NEW.company_id) = NEW.company_id) THEN
    RAISE foreign_key_violation USING MESSAGE = 'role ' || NEW.role_id || ' is not one of this company';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER memberships_role BEFORE INSERT OR UPDATE OF role_id, company_id ON memberships
  FOR EACH ROW EXECUTE FUNCTION require_usable_role();
CREATE TRIGGER invitations_role BEFORE INSERT OR UPDATE OF role_id, company_id ON invitations
  FOR EACH ROW EXECUTE FUNCTION require_usable_role();

-- Every id that names a row of the company carries the company: none can name another one's.
ALTER TABLE appointment_segments ADD CONSTRAINT appointment_segments_company_id_service_id_fkey
  FOREIGN KEY (company_id, service_id) REFERENCES services (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE journey_transitions ADD CONSTRAINT journey_transitions_company_id_from_stage_id_fkey
  FOREIGN KEY (company_id, from_stage_id) REFERENCES journey_stages (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE customers ADD CONSTRAINT customers_company_id_merged_into_id_fkey
  FOREIGN KEY (company_id, merged_into_id) REFERENCES customers (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_company_id_rotated_from_id_fkey
  FOREIGN KEY (company_id, rotated_from_id) REFERENCES api_keys (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- A line outlives the draft that it made: whoever takes the draft back says so on the line, in the same transaction.
ALTER TABLE import_lines
  ADD CONSTRAINT import_lines_company_id_appointment_id_fkey FOREIGN KEY (company_id, appointment_id)
    REFERENCES appointments (company_id, id) ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT import_lines_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id)
    REFERENCES customers (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT import_lines_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id)
    REFERENCES staff (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a message, a setting or a policy came from stays, or is forgotten by it first.
ALTER TABLE notification_queue ADD CONSTRAINT notification_queue_company_id_template_id_fkey FOREIGN KEY (company_id, template_id)
  REFERENCES notification_templates (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE notification_configurations ADD CONSTRAINT notification_configurations_company_id_template_override_i_fkey
  FOREIGN KEY (company_id, template_override_id)
  REFERENCES notification_templates (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE policy_configurations ADD CONSTRAINT policy_configurations_company_id_overrides_id_fkey FOREIGN KEY (company_id, overrides_id)
  REFERENCES policy_configurations (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- A list of ids can have no key: what is put into it is looked for among the company's own rows.
CREATE FUNCTION require_rows_of_company() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE missing uuid;
BEGIN
  EXECUTE format('SELECT named FROM unnest(($1).%I) AS named WHERE NOT EXISTS
    (SELECT FROM %I WHERE company_id = ($1).company_id AND id = named) LIMIT 1', TG_ARGV[0], TG_ARGV[1]) INTO missing USING NEW;
  IF missing IS NOT NULL THEN
    RAISE foreign_key_violation USING MESSAGE = TG_ARGV[0] || ': ' || missing || ' is not one of this company', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER memberships_branch_ids AFTER INSERT OR UPDATE OF branch_ids, company_id ON memberships
  FOR EACH ROW WHEN (NEW.branch_ids <> '{}') EXECUTE FUNCTION require_rows_of_company('branch_ids', 'branches');
CREATE TRIGGER invitations_branch_ids AFTER INSERT OR UPDATE OF branch_ids, company_id ON invitations
  FOR EACH ROW WHEN (NEW.branch_ids <> '{}') EXECUTE FUNCTION require_rows_of_company('branch_ids', 'branches');
CREATE TRIGGER api_keys_branch_ids AFTER INSERT OR UPDATE OF branch_ids, company_id ON api_keys
  FOR EACH ROW WHEN (NEW.branch_ids <> '{}') EXECUTE FUNCTION require_rows_of_company('branch_ids', 'branches');
CREATE TRIGGER waitlist_entries_service_ids AFTER INSERT OR UPDATE OF service_ids, company_id ON waitlist_entries
  FOR EACH ROW WHEN (NEW.service_ids <> '{}') EXECUTE FUNCTION require_rows_of_company('service_ids', 'services');
CREATE TRIGGER waitlist_entries_staff_ids AFTER INSERT OR UPDATE OF staff_ids, company_id ON waitlist_entries
  FOR EACH ROW WHEN (NEW.staff_ids <> '{}') EXECUTE FUNCTION require_rows_of_company('staff_ids', 'staff');

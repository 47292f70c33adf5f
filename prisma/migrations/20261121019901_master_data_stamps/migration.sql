-- Branches, services, people and their hours are read with every question on the telephone and change a few times a month.
-- A process may remember them as long as their company's stamp is the one that it read them under. A stamp is never used
-- twice, so what was read in a transaction that was rolled back is never taken for what another one has written.
CREATE TABLE master_data_stamps (
  company_id uuid NOT NULL,
  stamp uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT master_data_stamps_pkey PRIMARY KEY (company_id),
  CONSTRAINT master_data_stamps_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE master_data_stamps ENABLE ROW LEVEL SECURITY;
ALTER TABLE master_data_stamps FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON master_data_stamps USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON master_data_stamps TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON master_data_stamps TO app_rw, app_platform;

CREATE FUNCTION stamp_master_data() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
  INSERT INTO master_data_stamps (company_id) VALUES ((changed ->> TG_ARGV[0])::uuid)
    ON CONFLICT (company_id) DO UPDATE SET stamp = gen_random_uuid();
  RETURN NULL;
END $$;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['branches', 'services', 'branch_services', 'staff', 'staff_branches', 'staff_services',
    'working_hours', 'schedule_exceptions', 'holidays', 'retell_agents'] LOOP
    EXECUTE format('CREATE TRIGGER stamp_master_data AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION stamp_master_data(''company_id'')', name);
  END LOOP;
END $$;
CREATE TRIGGER stamp_master_data AFTER UPDATE OF name, country, currency, locale, settings, timezone, state ON companies
  FOR EACH ROW EXECUTE FUNCTION stamp_master_data('id');

SET LOCAL ROLE app_platform;
INSERT INTO master_data_stamps (company_id) SELECT id FROM companies ON CONFLICT DO NOTHING;
RESET ROLE;

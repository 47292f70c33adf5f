-- What a company's rules say is remembered like its other master data, and an editor notices who was faster.
ALTER TABLE policy_configurations ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE policy_configurations ADD CONSTRAINT policy_config_is_object CHECK (jsonb_typeof(config) = 'object');
CREATE TRIGGER stamp_master_data AFTER INSERT OR UPDATE OR DELETE ON policy_configurations
  FOR EACH ROW EXECUTE FUNCTION stamp_master_data('company_id');

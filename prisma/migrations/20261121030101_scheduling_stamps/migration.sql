-- What the availability engine remembers of a service besides: its chain, its needs, and the rooms and devices for them.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['service_segments', 'service_resources', 'resource_groups'] LOOP
    EXECUTE format('CREATE TRIGGER stamp_master_data AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION stamp_master_data(''company_id'')', name);
  END LOOP;
END $$;

-- Each booking counts up a resource's claims; that changes nothing about the resource itself.
CREATE TRIGGER stamp_master_data AFTER INSERT OR DELETE
  OR UPDATE OF branch_id, resource_group_id, type, name, capacity, is_active, deleted_at ON resources
  FOR EACH ROW EXECUTE FUNCTION stamp_master_data('company_id');

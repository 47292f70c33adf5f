-- Services, resources and groups count their changes: an edit of an older one is refused. A service's chain, its branches and
-- what it needs are part of it.
ALTER TABLE services ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE resources ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE resource_groups ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

ALTER TABLE services
  ADD CONSTRAINT services_limits CHECK (
    coalesce(min_notice_minutes, 0) >= 0 AND coalesce(max_horizon_days, 0) >= 0
    AND coalesce(max_per_day, 1) > 0 AND coalesce(requires_deposit_cents, 0) >= 0),
  ADD CONSTRAINT services_chain_or_class CHECK (NOT (is_composite AND capacity > 1));

ALTER TABLE service_segments
  ADD CONSTRAINT service_segments_position CHECK (position >= 0),
  ADD CONSTRAINT service_segments_longest_gap CHECK (gap_after_max_minutes <= 1440),
  ADD CONSTRAINT service_segments_person CHECK ((staff_mode = 'specific') = (staff_id IS NOT NULL)),
  ADD CONSTRAINT service_segments_company_id_segment_service_id_fkey
    FOREIGN KEY (company_id, segment_service_id) REFERENCES services (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- A chain fits into a day and keeps somebody busy; asked at commit, because it is replaced as a whole.
CREATE FUNCTION check_service_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE chain record; changed service_segments;
BEGIN
  changed := coalesce(NEW, OLD);
  SELECT count(*) AS links, bool_or(NOT is_staff_free) AS is_work,
    sum(duration_minutes) + sum(CASE WHEN is_last THEN 0 ELSE gap_after_max_minutes END) AS minutes INTO chain
  FROM (SELECT s.*, position = max(position) OVER () AS is_last FROM service_segments s
    WHERE company_id = changed.company_id AND service_id = changed.service_id) s;
  IF chain.links > 0 AND NOT (chain.is_work AND chain.minutes <= 1440) THEN
    RAISE EXCEPTION 'the chain of service % does not work', changed.service_id
      USING ERRCODE = '23514', CONSTRAINT = 'service_chain';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_service_chain AFTER INSERT OR UPDATE OR DELETE ON service_segments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_service_chain();

-- What the engine remembers of chains and rooms is never out of date; a booking, which only counts a room's claims, changes none of it.
CREATE OR REPLACE TRIGGER stamp_master_data AFTER INSERT OR UPDATE OR DELETE ON service_segments
  FOR EACH ROW EXECUTE FUNCTION stamp_master_data('company_id');
CREATE OR REPLACE TRIGGER stamp_master_data AFTER INSERT OR UPDATE OR DELETE ON service_resources
  FOR EACH ROW EXECUTE FUNCTION stamp_master_data('company_id');
CREATE OR REPLACE TRIGGER stamp_master_data
  AFTER INSERT OR DELETE OR UPDATE OF branch_id, resource_group_id, type, name, capacity, is_active, deleted_at ON resources
  FOR EACH ROW EXECUTE FUNCTION stamp_master_data('company_id');

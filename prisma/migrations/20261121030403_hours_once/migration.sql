-- Two shifts of the same week never overlap: on no day of it, in no stretch of time that both hold in. Rows that take time away
-- may lie over others.
ALTER TABLE working_hours ADD CONSTRAINT working_hours_once EXCLUDE USING gist (
  company_id WITH =,
  (coalesce(staff_id, '00000000-0000-0000-0000-000000000000')) WITH =,
  (coalesce(branch_id, '00000000-0000-0000-0000-000000000000')) WITH =,
  day_of_week WITH =,
  (int4range(split_part(start_time, ':', 1)::int * 60 + split_part(start_time, ':', 2)::int,
    split_part(end_time, ':', 1)::int * 60 + split_part(end_time, ':', 2)::int)) WITH &&,
  (daterange(valid_from, valid_until, '[]')) WITH &&
) WHERE (is_available);

-- An event type stands for one service by one person, or by whoever is chosen over there.
CREATE UNIQUE INDEX team_event_type_mappings_event_type_staff_key
  ON team_event_type_mappings (company_id, calcom_event_type_id, staff_id) NULLS NOT DISTINCT;

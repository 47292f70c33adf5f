-- Whose turn it is: when each person was last given an appointment.
CREATE INDEX appointments_company_id_staff_id_created_at_idx ON appointments (company_id, staff_id, created_at DESC);

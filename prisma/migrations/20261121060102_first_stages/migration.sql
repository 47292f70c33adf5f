-- Companies that began without stages get those that every company begins with now. Ids end at random; they only have to be unique.
SET LOCAL ROLE app_platform;

INSERT INTO journey_stages (id, company_id, key, name, position, colour, icon, rule, is_terminal)
SELECT gen_random_uuid(), c.id, s.key, CASE WHEN c.locale = 'en' THEN s.english ELSE s.german END, s.position, s.colour, s.icon,
  s.rule::jsonb, s.key = 'churned'
FROM companies c, (VALUES
  (0, 'lead', 'Interessent', 'Lead', '#6b7280', 'user-plus', '{"appointments": 0}'),
  (1, 'prospect', 'Geplant', 'Planned', '#0ea5e9', 'calendar-plus', '{"appointments": 1, "completed": 0}'),
  (2, 'customer', 'Kunde', 'Customer', '#16a34a', 'user-check', '{"completed": 1}'),
  (3, 'regular', 'Stammkunde', 'Regular', '#d97706', 'repeat', '{"completed": 3}'),
  (4, 'vip', 'VIP', 'VIP', '#7c3aed', 'star', '{"revenueTopPercent": 5, "withinMonths": 24}'),
  (5, 'at_risk', 'Gefährdet', 'At risk', '#ea580c', 'clock-alert', '{"daysWithoutActivity": 90}'),
  (6, 'churned', 'Verloren', 'Lost', '#64748b', 'user-x', '{"daysWithoutActivity": 180}')
) AS s (position, key, german, english, colour, icon, rule)
WHERE NOT EXISTS (SELECT FROM journey_stages j WHERE j.company_id = c.id);

-- Customers without a stage stand where their visits so far have brought them; time and money are looked at by the rules later.
UPDATE customers SET journey_stage_id = j.id
FROM journey_stages j
WHERE customers.journey_stage_id IS NULL AND j.company_id = customers.company_id AND customers.anonymized_at IS NULL
  AND j.key = CASE WHEN completed_count >= 3 THEN 'regular' WHEN completed_count >= 1 THEN 'customer'
    WHEN appointment_count >= 1 THEN 'prospect' ELSE 'lead' END;

RESET ROLE;

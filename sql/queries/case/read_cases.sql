-- The cases of the source for which an access was opened, person by person.
-- param 1 access_no int8 the access
-- returns person_key bytea, case_key bytea, kind text, opened_on text, closed_on text, new_investigation_on text, age_at_close int4, gender text, is_addiction bool, is_economic_assistance bool, is_unaccompanied_minor bool
SELECT c.person_key, c.case_key, c.kind, c.opened_on, c.closed_on, c.new_investigation_on, c.age_at_close, c.gender,
    c.is_addiction, c.is_economic_assistance, c.is_unaccompanied_minor
FROM case_data.read_cases($1) AS c;

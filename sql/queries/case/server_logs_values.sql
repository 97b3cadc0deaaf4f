-- Whether the server is set to write the values of statements that succeed into its log.
-- returns logs_values bool
SELECT current_setting('log_parameter_max_length') <> '0'
    AND (current_setting('log_statement') = 'all' OR current_setting('log_min_duration_statement') <> '-1'
        OR current_setting('log_min_duration_sample') <> '-1'
        OR current_setting('log_transaction_sample_rate') <> '0') AS logs_values;

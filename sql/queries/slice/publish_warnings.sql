-- Lets readers know in which periods something looks odd.
SELECT etl.publish_warnings();

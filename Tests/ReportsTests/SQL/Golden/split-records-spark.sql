-- Quy tắc năm 2019
-- Spark; 2019-01-01T00:00 <= … < 2019-12-11T00:00
-- Bảng dossiers, mọi cột là văn bản (every column is text): dossier, unit, procedure, domain, channel, received_at, due_at, ready_at, returned_at, status, digitised, paid_online, linked_late_agency, source
-- Đọc theo cột source (read by source): cong: yyyy-MM-dd; hcc: dd/MM/yyyy; motcua: yyyy-MM-dd
WITH
units AS (
  SELECT * FROM VALUES
      ('so-y-te', 'so-y-te', 'so'),
      ('H32.1', 'so-y-te', 'so'),
      ('h-1', 'h-1', 'huyen'),
      ('Sở Y tế', 'so-y-te', 'so'),
      ('UBND \'Nha Trang\'', 'h-1', 'huyen')
      AS t(written, unit_id, unit_type)
),
texts_1 AS (
  SELECT
    coalesce(d.dossier, '') AS dossier_id,
    trim(BOTH ' \t\r\n' FROM coalesce(d.unit, '')) AS unit_text,
    coalesce(d.procedure, '') AS procedure_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.domain, '')) AS domain_text,
    CASE WHEN coalesce(d.channel, '') IN ('online') THEN 'online' WHEN coalesce(d.channel, '') IN ('direct') THEN 'direct' WHEN coalesce(d.channel, '') IN ('post') THEN 'post' ELSE '' END AS channel_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.status, '')) AS status_text,
    CASE WHEN coalesce(d.digitised, '') IN ('1', 'Có', 'X', 'có', 'true', 'x', 'yes') THEN 1 ELSE 0 END AS is_digitised,
    CASE WHEN coalesce(d.paid_online, '') IN ('1', 'Có', 'X', 'có', 'true', 'x', 'yes') THEN 1 ELSE 0 END AS is_paid_online,
    CASE WHEN coalesce(d.linked_late_agency, '') <> '' THEN 1 ELSE 0 END AS is_linked_late,
    trim(BOTH ' \t' FROM coalesce(d.received_at, '')) AS received_text,
    trim(BOTH ' \t' FROM coalesce(d.due_at, '')) AS due_text,
    trim(BOTH ' \t' FROM coalesce(d.ready_at, '')) AS ready_text,
    trim(BOTH ' \t' FROM coalesce(d.returned_at, '')) AS returned_text
  FROM dossiers d
  WHERE coalesce(d.source, '') IN ('cong')
),
parts_1 AS (
  SELECT t.*,
    CASE WHEN received_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(received_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS received_parts,
    CASE WHEN due_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(due_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS due_parts,
    CASE WHEN ready_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(ready_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS ready_parts,
    CASE WHEN returned_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(returned_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS returned_parts
  FROM texts_1 t
),
numbers_1 AS (
  SELECT p.*,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[0]) AS BIGINT) ELSE 0 END AS received_year,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[2]) AS BIGINT) ELSE 0 END AS received_month,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[4]) AS BIGINT) ELSE 0 END AS received_day,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[5]) AS BIGINT) ELSE 0 END AS received_hour,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[6]) AS BIGINT) ELSE 0 END AS received_minute,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[0]) AS BIGINT) ELSE 0 END AS due_year,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[2]) AS BIGINT) ELSE 0 END AS due_month,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[4]) AS BIGINT) ELSE 0 END AS due_day,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[5]) AS BIGINT) ELSE 0 END AS due_hour,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[6]) AS BIGINT) ELSE 0 END AS due_minute,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[0]) AS BIGINT) ELSE 0 END AS ready_year,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[2]) AS BIGINT) ELSE 0 END AS ready_month,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[4]) AS BIGINT) ELSE 0 END AS ready_day,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[5]) AS BIGINT) ELSE 0 END AS ready_hour,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[6]) AS BIGINT) ELSE 0 END AS ready_minute,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[0]) AS BIGINT) ELSE 0 END AS returned_year,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[2]) AS BIGINT) ELSE 0 END AS returned_month,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[4]) AS BIGINT) ELSE 0 END AS returned_day,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[5]) AS BIGINT) ELSE 0 END AS returned_hour,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[6]) AS BIGINT) ELSE 0 END AS returned_minute
  FROM parts_1 p
),
records_1 AS (
  SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
    is_digitised, is_paid_online, is_linked_late,
    CASE WHEN received_text = '' THEN NULL
      WHEN received_year < 1900
        OR received_year > 2999 OR received_month < 1 OR received_month > 12
        OR received_day < 1 OR received_day > CASE WHEN received_month IN (4, 6, 9, 11) THEN 30 WHEN received_month <> 2 THEN 31 WHEN received_year % 4 = 0 AND (received_year % 100 <> 0 OR received_year % 400 = 0) THEN 29 ELSE 28 END
        OR received_hour > 23 OR received_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (received_day + (153 * (received_month + 12 * ((14 - received_month) div 12) - 3) + 2) div 5 + 365 * (received_year - (14 - received_month) div 12) + (received_year - (14 - received_month) div 12) div 4 - (received_year - (14 - received_month) div 12) div 100 + (received_year - (14 - received_month) div 12) div 400 - 719469) * 1440 + received_hour * 60 + received_minute
    END AS received,
    CASE WHEN due_text = '' THEN NULL
      WHEN due_year < 1900
        OR due_year > 2999 OR due_month < 1 OR due_month > 12
        OR due_day < 1 OR due_day > CASE WHEN due_month IN (4, 6, 9, 11) THEN 30 WHEN due_month <> 2 THEN 31 WHEN due_year % 4 = 0 AND (due_year % 100 <> 0 OR due_year % 400 = 0) THEN 29 ELSE 28 END
        OR due_hour > 23 OR due_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (due_day + (153 * (due_month + 12 * ((14 - due_month) div 12) - 3) + 2) div 5 + 365 * (due_year - (14 - due_month) div 12) + (due_year - (14 - due_month) div 12) div 4 - (due_year - (14 - due_month) div 12) div 100 + (due_year - (14 - due_month) div 12) div 400 - 719469) * 1440 + due_hour * 60 + due_minute
    END AS due,
    CASE WHEN ready_text = '' THEN NULL
      WHEN ready_year < 1900
        OR ready_year > 2999 OR ready_month < 1 OR ready_month > 12
        OR ready_day < 1 OR ready_day > CASE WHEN ready_month IN (4, 6, 9, 11) THEN 30 WHEN ready_month <> 2 THEN 31 WHEN ready_year % 4 = 0 AND (ready_year % 100 <> 0 OR ready_year % 400 = 0) THEN 29 ELSE 28 END
        OR ready_hour > 23 OR ready_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (ready_day + (153 * (ready_month + 12 * ((14 - ready_month) div 12) - 3) + 2) div 5 + 365 * (ready_year - (14 - ready_month) div 12) + (ready_year - (14 - ready_month) div 12) div 4 - (ready_year - (14 - ready_month) div 12) div 100 + (ready_year - (14 - ready_month) div 12) div 400 - 719469) * 1440 + ready_hour * 60 + ready_minute
    END AS ready,
    CASE WHEN returned_text = '' THEN NULL
      WHEN returned_year < 1900
        OR returned_year > 2999 OR returned_month < 1 OR returned_month > 12
        OR returned_day < 1 OR returned_day > CASE WHEN returned_month IN (4, 6, 9, 11) THEN 30 WHEN returned_month <> 2 THEN 31 WHEN returned_year % 4 = 0 AND (returned_year % 100 <> 0 OR returned_year % 400 = 0) THEN 29 ELSE 28 END
        OR returned_hour > 23 OR returned_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (returned_day + (153 * (returned_month + 12 * ((14 - returned_month) div 12) - 3) + 2) div 5 + 365 * (returned_year - (14 - returned_month) div 12) + (returned_year - (14 - returned_month) div 12) div 4 - (returned_year - (14 - returned_month) div 12) div 100 + (returned_year - (14 - returned_month) div 12) div 400 - 719469) * 1440 + returned_hour * 60 + returned_minute
    END AS returned
  FROM numbers_1
),
texts_2 AS (
  SELECT
    coalesce(d.dossier, '') AS dossier_id,
    trim(BOTH ' \t\r\n' FROM coalesce(d.unit, '')) AS unit_text,
    coalesce(d.procedure, '') AS procedure_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.domain, '')) AS domain_text,
    CASE WHEN coalesce(d.channel, '') IN ('Trực tuyến', 'online') THEN 'online' WHEN coalesce(d.channel, '') IN ('direct') THEN 'direct' WHEN coalesce(d.channel, '') IN ('post', 'x') THEN 'post' ELSE '' END AS channel_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.status, '')) AS status_text,
    CASE WHEN coalesce(d.digitised, '') IN ('1', 'Có', 'X', 'có', 'true', 'yes') THEN 1 ELSE 0 END AS is_digitised,
    CASE WHEN coalesce(d.paid_online, '') IN ('1', 'Có', 'X', 'có', 'true', 'yes') THEN 1 ELSE 0 END AS is_paid_online,
    CASE WHEN coalesce(d.linked_late_agency, '') <> '' THEN 1 ELSE 0 END AS is_linked_late,
    trim(BOTH ' \t' FROM coalesce(d.received_at, '')) AS received_text,
    trim(BOTH ' \t' FROM coalesce(d.due_at, '')) AS due_text,
    trim(BOTH ' \t' FROM coalesce(d.ready_at, '')) AS ready_text,
    trim(BOTH ' \t' FROM coalesce(d.returned_at, '')) AS returned_text
  FROM dossiers d
  WHERE coalesce(d.source, '') IN ('hcc')
),
parts_2 AS (
  SELECT t.*,
    CASE WHEN received_text RLIKE '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(received_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS received_parts,
    CASE WHEN due_text RLIKE '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(due_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS due_parts,
    CASE WHEN ready_text RLIKE '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(ready_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS ready_parts,
    CASE WHEN returned_text RLIKE '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(returned_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS returned_parts
  FROM texts_2 t
),
numbers_2 AS (
  SELECT p.*,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[4]) AS BIGINT) ELSE 0 END AS received_year,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[2]) AS BIGINT) ELSE 0 END AS received_month,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[0]) AS BIGINT) ELSE 0 END AS received_day,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[5]) AS BIGINT) ELSE 0 END AS received_hour,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[6]) AS BIGINT) ELSE 0 END AS received_minute,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[4]) AS BIGINT) ELSE 0 END AS due_year,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[2]) AS BIGINT) ELSE 0 END AS due_month,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[0]) AS BIGINT) ELSE 0 END AS due_day,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[5]) AS BIGINT) ELSE 0 END AS due_hour,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[6]) AS BIGINT) ELSE 0 END AS due_minute,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[4]) AS BIGINT) ELSE 0 END AS ready_year,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[2]) AS BIGINT) ELSE 0 END AS ready_month,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[0]) AS BIGINT) ELSE 0 END AS ready_day,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[5]) AS BIGINT) ELSE 0 END AS ready_hour,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[6]) AS BIGINT) ELSE 0 END AS ready_minute,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[4]) AS BIGINT) ELSE 0 END AS returned_year,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[2]) AS BIGINT) ELSE 0 END AS returned_month,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[0]) AS BIGINT) ELSE 0 END AS returned_day,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[5]) AS BIGINT) ELSE 0 END AS returned_hour,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[6]) AS BIGINT) ELSE 0 END AS returned_minute
  FROM parts_2 p
),
records_2 AS (
  SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
    is_digitised, is_paid_online, is_linked_late,
    CASE WHEN received_text = '' THEN NULL
      WHEN received_year < 1900
        OR received_year > 2999 OR received_month < 1 OR received_month > 12
        OR received_day < 1 OR received_day > CASE WHEN received_month IN (4, 6, 9, 11) THEN 30 WHEN received_month <> 2 THEN 31 WHEN received_year % 4 = 0 AND (received_year % 100 <> 0 OR received_year % 400 = 0) THEN 29 ELSE 28 END
        OR received_hour > 23 OR received_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (received_day + (153 * (received_month + 12 * ((14 - received_month) div 12) - 3) + 2) div 5 + 365 * (received_year - (14 - received_month) div 12) + (received_year - (14 - received_month) div 12) div 4 - (received_year - (14 - received_month) div 12) div 100 + (received_year - (14 - received_month) div 12) div 400 - 719469) * 1440 + received_hour * 60 + received_minute
    END AS received,
    CASE WHEN due_text = '' THEN NULL
      WHEN due_year < 1900
        OR due_year > 2999 OR due_month < 1 OR due_month > 12
        OR due_day < 1 OR due_day > CASE WHEN due_month IN (4, 6, 9, 11) THEN 30 WHEN due_month <> 2 THEN 31 WHEN due_year % 4 = 0 AND (due_year % 100 <> 0 OR due_year % 400 = 0) THEN 29 ELSE 28 END
        OR due_hour > 23 OR due_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (due_day + (153 * (due_month + 12 * ((14 - due_month) div 12) - 3) + 2) div 5 + 365 * (due_year - (14 - due_month) div 12) + (due_year - (14 - due_month) div 12) div 4 - (due_year - (14 - due_month) div 12) div 100 + (due_year - (14 - due_month) div 12) div 400 - 719469) * 1440 + due_hour * 60 + due_minute
    END AS due,
    CASE WHEN ready_text = '' THEN NULL
      WHEN ready_year < 1900
        OR ready_year > 2999 OR ready_month < 1 OR ready_month > 12
        OR ready_day < 1 OR ready_day > CASE WHEN ready_month IN (4, 6, 9, 11) THEN 30 WHEN ready_month <> 2 THEN 31 WHEN ready_year % 4 = 0 AND (ready_year % 100 <> 0 OR ready_year % 400 = 0) THEN 29 ELSE 28 END
        OR ready_hour > 23 OR ready_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (ready_day + (153 * (ready_month + 12 * ((14 - ready_month) div 12) - 3) + 2) div 5 + 365 * (ready_year - (14 - ready_month) div 12) + (ready_year - (14 - ready_month) div 12) div 4 - (ready_year - (14 - ready_month) div 12) div 100 + (ready_year - (14 - ready_month) div 12) div 400 - 719469) * 1440 + ready_hour * 60 + ready_minute
    END AS ready,
    CASE WHEN returned_text = '' THEN NULL
      WHEN returned_year < 1900
        OR returned_year > 2999 OR returned_month < 1 OR returned_month > 12
        OR returned_day < 1 OR returned_day > CASE WHEN returned_month IN (4, 6, 9, 11) THEN 30 WHEN returned_month <> 2 THEN 31 WHEN returned_year % 4 = 0 AND (returned_year % 100 <> 0 OR returned_year % 400 = 0) THEN 29 ELSE 28 END
        OR returned_hour > 23 OR returned_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (returned_day + (153 * (returned_month + 12 * ((14 - returned_month) div 12) - 3) + 2) div 5 + 365 * (returned_year - (14 - returned_month) div 12) + (returned_year - (14 - returned_month) div 12) div 4 - (returned_year - (14 - returned_month) div 12) div 100 + (returned_year - (14 - returned_month) div 12) div 400 - 719469) * 1440 + returned_hour * 60 + returned_minute
    END AS returned
  FROM numbers_2
),
texts_3 AS (
  SELECT
    coalesce(d.dossier, '') AS dossier_id,
    trim(BOTH ' \t\r\n' FROM coalesce(d.unit, '')) AS unit_text,
    coalesce(d.procedure, '') AS procedure_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.domain, '')) AS domain_text,
    CASE WHEN coalesce(d.channel, '') IN ('online', 'x') THEN 'online' WHEN coalesce(d.channel, '') IN ('direct') THEN 'direct' WHEN coalesce(d.channel, '') IN ('post') THEN 'post' ELSE '' END AS channel_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.status, '')) AS status_text,
    CASE WHEN coalesce(d.digitised, '') IN ('1', 'Có', 'X', 'có', 'true', 'x', 'yes') THEN 1 ELSE 0 END AS is_digitised,
    CASE WHEN coalesce(d.paid_online, '') IN ('1', 'Có', 'X', 'có', 'true', 'x', 'yes') THEN 1 ELSE 0 END AS is_paid_online,
    CASE WHEN coalesce(d.linked_late_agency, '') <> '' THEN 1 ELSE 0 END AS is_linked_late,
    trim(BOTH ' \t' FROM coalesce(d.received_at, '')) AS received_text,
    trim(BOTH ' \t' FROM coalesce(d.due_at, '')) AS due_text,
    trim(BOTH ' \t' FROM coalesce(d.ready_at, '')) AS ready_text,
    trim(BOTH ' \t' FROM coalesce(d.returned_at, '')) AS returned_text
  FROM dossiers d
  WHERE coalesce(d.source, '') IN ('motcua')
),
parts_3 AS (
  SELECT t.*,
    CASE WHEN received_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(received_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS received_parts,
    CASE WHEN due_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(due_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS due_parts,
    CASE WHEN ready_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(ready_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS ready_parts,
    CASE WHEN returned_text RLIKE '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024' THEN split(regexp_replace(returned_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?\u0024', '$1,$2,$3,$4,$5,$6,$7'), ',') END AS returned_parts
  FROM texts_3 t
),
numbers_3 AS (
  SELECT p.*,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[0]) AS BIGINT) ELSE 0 END AS received_year,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[2]) AS BIGINT) ELSE 0 END AS received_month,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[4]) AS BIGINT) ELSE 0 END AS received_day,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[5]) AS BIGINT) ELSE 0 END AS received_hour,
    CASE WHEN received_parts IS NOT NULL AND received_parts[1] = received_parts[3] THEN CAST(concat('0', received_parts[6]) AS BIGINT) ELSE 0 END AS received_minute,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[0]) AS BIGINT) ELSE 0 END AS due_year,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[2]) AS BIGINT) ELSE 0 END AS due_month,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[4]) AS BIGINT) ELSE 0 END AS due_day,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[5]) AS BIGINT) ELSE 0 END AS due_hour,
    CASE WHEN due_parts IS NOT NULL AND due_parts[1] = due_parts[3] THEN CAST(concat('0', due_parts[6]) AS BIGINT) ELSE 0 END AS due_minute,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[0]) AS BIGINT) ELSE 0 END AS ready_year,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[2]) AS BIGINT) ELSE 0 END AS ready_month,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[4]) AS BIGINT) ELSE 0 END AS ready_day,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[5]) AS BIGINT) ELSE 0 END AS ready_hour,
    CASE WHEN ready_parts IS NOT NULL AND ready_parts[1] = ready_parts[3] THEN CAST(concat('0', ready_parts[6]) AS BIGINT) ELSE 0 END AS ready_minute,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[0]) AS BIGINT) ELSE 0 END AS returned_year,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[2]) AS BIGINT) ELSE 0 END AS returned_month,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[4]) AS BIGINT) ELSE 0 END AS returned_day,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[5]) AS BIGINT) ELSE 0 END AS returned_hour,
    CASE WHEN returned_parts IS NOT NULL AND returned_parts[1] = returned_parts[3] THEN CAST(concat('0', returned_parts[6]) AS BIGINT) ELSE 0 END AS returned_minute
  FROM parts_3 p
),
records_3 AS (
  SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
    is_digitised, is_paid_online, is_linked_late,
    CASE WHEN received_text = '' THEN NULL
      WHEN received_year < 1900
        OR received_year > 2999 OR received_month < 1 OR received_month > 12
        OR received_day < 1 OR received_day > CASE WHEN received_month IN (4, 6, 9, 11) THEN 30 WHEN received_month <> 2 THEN 31 WHEN received_year % 4 = 0 AND (received_year % 100 <> 0 OR received_year % 400 = 0) THEN 29 ELSE 28 END
        OR received_hour > 23 OR received_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (received_day + (153 * (received_month + 12 * ((14 - received_month) div 12) - 3) + 2) div 5 + 365 * (received_year - (14 - received_month) div 12) + (received_year - (14 - received_month) div 12) div 4 - (received_year - (14 - received_month) div 12) div 100 + (received_year - (14 - received_month) div 12) div 400 - 719469) * 1440 + received_hour * 60 + received_minute
    END AS received,
    CASE WHEN due_text = '' THEN NULL
      WHEN due_year < 1900
        OR due_year > 2999 OR due_month < 1 OR due_month > 12
        OR due_day < 1 OR due_day > CASE WHEN due_month IN (4, 6, 9, 11) THEN 30 WHEN due_month <> 2 THEN 31 WHEN due_year % 4 = 0 AND (due_year % 100 <> 0 OR due_year % 400 = 0) THEN 29 ELSE 28 END
        OR due_hour > 23 OR due_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (due_day + (153 * (due_month + 12 * ((14 - due_month) div 12) - 3) + 2) div 5 + 365 * (due_year - (14 - due_month) div 12) + (due_year - (14 - due_month) div 12) div 4 - (due_year - (14 - due_month) div 12) div 100 + (due_year - (14 - due_month) div 12) div 400 - 719469) * 1440 + due_hour * 60 + due_minute
    END AS due,
    CASE WHEN ready_text = '' THEN NULL
      WHEN ready_year < 1900
        OR ready_year > 2999 OR ready_month < 1 OR ready_month > 12
        OR ready_day < 1 OR ready_day > CASE WHEN ready_month IN (4, 6, 9, 11) THEN 30 WHEN ready_month <> 2 THEN 31 WHEN ready_year % 4 = 0 AND (ready_year % 100 <> 0 OR ready_year % 400 = 0) THEN 29 ELSE 28 END
        OR ready_hour > 23 OR ready_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (ready_day + (153 * (ready_month + 12 * ((14 - ready_month) div 12) - 3) + 2) div 5 + 365 * (ready_year - (14 - ready_month) div 12) + (ready_year - (14 - ready_month) div 12) div 4 - (ready_year - (14 - ready_month) div 12) div 100 + (ready_year - (14 - ready_month) div 12) div 400 - 719469) * 1440 + ready_hour * 60 + ready_minute
    END AS ready,
    CASE WHEN returned_text = '' THEN NULL
      WHEN returned_year < 1900
        OR returned_year > 2999 OR returned_month < 1 OR returned_month > 12
        OR returned_day < 1 OR returned_day > CASE WHEN returned_month IN (4, 6, 9, 11) THEN 30 WHEN returned_month <> 2 THEN 31 WHEN returned_year % 4 = 0 AND (returned_year % 100 <> 0 OR returned_year % 400 = 0) THEN 29 ELSE 28 END
        OR returned_hour > 23 OR returned_minute > 59 THEN CAST(-9000000000 AS BIGINT)
      ELSE (returned_day + (153 * (returned_month + 12 * ((14 - returned_month) div 12) - 3) + 2) div 5 + 365 * (returned_year - (14 - returned_month) div 12) + (returned_year - (14 - returned_month) div 12) div 4 - (returned_year - (14 - returned_month) div 12) div 100 + (returned_year - (14 - returned_month) div 12) div 400 - 719469) * 1440 + returned_hour * 60 + returned_minute
    END AS returned
  FROM numbers_3
),
records AS (
  SELECT * FROM records_1
  UNION ALL
  SELECT * FROM records_2
  UNION ALL
  SELECT * FROM records_3
),

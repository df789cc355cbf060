-- Quy tắc năm 2019
-- ClickHouse; 2019-01-01T00:00 <= … < 2019-12-11T00:00
-- Bảng dossiers, mọi cột là văn bản (every column is text): dossier, unit, procedure, domain, channel, received_at, due_at, ready_at, returned_at, status, digitised, paid_online, linked_late_agency, source
-- Đọc theo cột source (read by source): cong: yyyy-MM-dd; hcc: dd/MM/yyyy; motcua: yyyy-MM-dd
WITH
units AS (
  SELECT * FROM values('written String, unit_id String, unit_type String',
      ('so-y-te', 'so-y-te', 'so'),
      ('H32.1', 'so-y-te', 'so'),
      ('h-1', 'h-1', 'huyen'),
      ('Sở Y tế', 'so-y-te', 'so'),
      ('UBND \'Nha Trang\'', 'h-1', 'huyen'))
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
    extractGroups(received_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS received_parts,
    extractGroups(due_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS due_parts,
    extractGroups(ready_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS ready_parts,
    extractGroups(returned_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS returned_parts
  FROM texts_1 t
),
numbers_1 AS (
  SELECT p.*,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[1]) ELSE 0 END AS received_year,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[3]) ELSE 0 END AS received_month,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[5]) ELSE 0 END AS received_day,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[6]) ELSE 0 END AS received_hour,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[7]) ELSE 0 END AS received_minute,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[1]) ELSE 0 END AS due_year,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[3]) ELSE 0 END AS due_month,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[5]) ELSE 0 END AS due_day,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[6]) ELSE 0 END AS due_hour,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[7]) ELSE 0 END AS due_minute,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[1]) ELSE 0 END AS ready_year,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[3]) ELSE 0 END AS ready_month,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[5]) ELSE 0 END AS ready_day,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[6]) ELSE 0 END AS ready_hour,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[7]) ELSE 0 END AS ready_minute,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[1]) ELSE 0 END AS returned_year,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[3]) ELSE 0 END AS returned_month,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[5]) ELSE 0 END AS returned_day,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[6]) ELSE 0 END AS returned_hour,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[7]) ELSE 0 END AS returned_minute
  FROM parts_1 p
),
records_1 AS (
  SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
    is_digitised, is_paid_online, is_linked_late,
    CASE WHEN received_text = '' THEN NULL
      WHEN received_year < 1900
        OR received_year > 2999 OR received_month < 1 OR received_month > 12
        OR received_day < 1 OR received_day > CASE WHEN received_month IN (4, 6, 9, 11) THEN 30 WHEN received_month <> 2 THEN 31 WHEN received_year % 4 = 0 AND (received_year % 100 <> 0 OR received_year % 400 = 0) THEN 29 ELSE 28 END
        OR received_hour > 23 OR received_minute > 59 THEN toInt64(-9000000000)
      ELSE (received_day + intDiv(153 * (received_month + 12 * (intDiv(14 - received_month, 12)) - 3) + 2, 5) + 365 * (received_year - intDiv(14 - received_month, 12)) + intDiv(received_year - intDiv(14 - received_month, 12), 4) - intDiv(received_year - intDiv(14 - received_month, 12), 100) + intDiv(received_year - intDiv(14 - received_month, 12), 400) - 719469) * 1440 + received_hour * 60 + received_minute
    END AS received,
    CASE WHEN due_text = '' THEN NULL
      WHEN due_year < 1900
        OR due_year > 2999 OR due_month < 1 OR due_month > 12
        OR due_day < 1 OR due_day > CASE WHEN due_month IN (4, 6, 9, 11) THEN 30 WHEN due_month <> 2 THEN 31 WHEN due_year % 4 = 0 AND (due_year % 100 <> 0 OR due_year % 400 = 0) THEN 29 ELSE 28 END
        OR due_hour > 23 OR due_minute > 59 THEN toInt64(-9000000000)
      ELSE (due_day + intDiv(153 * (due_month + 12 * (intDiv(14 - due_month, 12)) - 3) + 2, 5) + 365 * (due_year - intDiv(14 - due_month, 12)) + intDiv(due_year - intDiv(14 - due_month, 12), 4) - intDiv(due_year - intDiv(14 - due_month, 12), 100) + intDiv(due_year - intDiv(14 - due_month, 12), 400) - 719469) * 1440 + due_hour * 60 + due_minute
    END AS due,
    CASE WHEN ready_text = '' THEN NULL
      WHEN ready_year < 1900
        OR ready_year > 2999 OR ready_month < 1 OR ready_month > 12
        OR ready_day < 1 OR ready_day > CASE WHEN ready_month IN (4, 6, 9, 11) THEN 30 WHEN ready_month <> 2 THEN 31 WHEN ready_year % 4 = 0 AND (ready_year % 100 <> 0 OR ready_year % 400 = 0) THEN 29 ELSE 28 END
        OR ready_hour > 23 OR ready_minute > 59 THEN toInt64(-9000000000)
      ELSE (ready_day + intDiv(153 * (ready_month + 12 * (intDiv(14 - ready_month, 12)) - 3) + 2, 5) + 365 * (ready_year - intDiv(14 - ready_month, 12)) + intDiv(ready_year - intDiv(14 - ready_month, 12), 4) - intDiv(ready_year - intDiv(14 - ready_month, 12), 100) + intDiv(ready_year - intDiv(14 - ready_month, 12), 400) - 719469) * 1440 + ready_hour * 60 + ready_minute
    END AS ready,
    CASE WHEN returned_text = '' THEN NULL
      WHEN returned_year < 1900
        OR returned_year > 2999 OR returned_month < 1 OR returned_month > 12
        OR returned_day < 1 OR returned_day > CASE WHEN returned_month IN (4, 6, 9, 11) THEN 30 WHEN returned_month <> 2 THEN 31 WHEN returned_year % 4 = 0 AND (returned_year % 100 <> 0 OR returned_year % 400 = 0) THEN 29 ELSE 28 END
        OR returned_hour > 23 OR returned_minute > 59 THEN toInt64(-9000000000)
      ELSE (returned_day + intDiv(153 * (returned_month + 12 * (intDiv(14 - returned_month, 12)) - 3) + 2, 5) + 365 * (returned_year - intDiv(14 - returned_month, 12)) + intDiv(returned_year - intDiv(14 - returned_month, 12), 4) - intDiv(returned_year - intDiv(14 - returned_month, 12), 100) + intDiv(returned_year - intDiv(14 - returned_month, 12), 400) - 719469) * 1440 + returned_hour * 60 + returned_minute
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
    extractGroups(received_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS received_parts,
    extractGroups(due_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS due_parts,
    extractGroups(ready_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS ready_parts,
    extractGroups(returned_text, '^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS returned_parts
  FROM texts_2 t
),
numbers_2 AS (
  SELECT p.*,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[5]) ELSE 0 END AS received_year,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[3]) ELSE 0 END AS received_month,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[1]) ELSE 0 END AS received_day,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[6]) ELSE 0 END AS received_hour,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[7]) ELSE 0 END AS received_minute,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[5]) ELSE 0 END AS due_year,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[3]) ELSE 0 END AS due_month,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[1]) ELSE 0 END AS due_day,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[6]) ELSE 0 END AS due_hour,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[7]) ELSE 0 END AS due_minute,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[5]) ELSE 0 END AS ready_year,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[3]) ELSE 0 END AS ready_month,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[1]) ELSE 0 END AS ready_day,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[6]) ELSE 0 END AS ready_hour,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[7]) ELSE 0 END AS ready_minute,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[5]) ELSE 0 END AS returned_year,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[3]) ELSE 0 END AS returned_month,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[1]) ELSE 0 END AS returned_day,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[6]) ELSE 0 END AS returned_hour,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[7]) ELSE 0 END AS returned_minute
  FROM parts_2 p
),
records_2 AS (
  SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
    is_digitised, is_paid_online, is_linked_late,
    CASE WHEN received_text = '' THEN NULL
      WHEN received_year < 1900
        OR received_year > 2999 OR received_month < 1 OR received_month > 12
        OR received_day < 1 OR received_day > CASE WHEN received_month IN (4, 6, 9, 11) THEN 30 WHEN received_month <> 2 THEN 31 WHEN received_year % 4 = 0 AND (received_year % 100 <> 0 OR received_year % 400 = 0) THEN 29 ELSE 28 END
        OR received_hour > 23 OR received_minute > 59 THEN toInt64(-9000000000)
      ELSE (received_day + intDiv(153 * (received_month + 12 * (intDiv(14 - received_month, 12)) - 3) + 2, 5) + 365 * (received_year - intDiv(14 - received_month, 12)) + intDiv(received_year - intDiv(14 - received_month, 12), 4) - intDiv(received_year - intDiv(14 - received_month, 12), 100) + intDiv(received_year - intDiv(14 - received_month, 12), 400) - 719469) * 1440 + received_hour * 60 + received_minute
    END AS received,
    CASE WHEN due_text = '' THEN NULL
      WHEN due_year < 1900
        OR due_year > 2999 OR due_month < 1 OR due_month > 12
        OR due_day < 1 OR due_day > CASE WHEN due_month IN (4, 6, 9, 11) THEN 30 WHEN due_month <> 2 THEN 31 WHEN due_year % 4 = 0 AND (due_year % 100 <> 0 OR due_year % 400 = 0) THEN 29 ELSE 28 END
        OR due_hour > 23 OR due_minute > 59 THEN toInt64(-9000000000)
      ELSE (due_day + intDiv(153 * (due_month + 12 * (intDiv(14 - due_month, 12)) - 3) + 2, 5) + 365 * (due_year - intDiv(14 - due_month, 12)) + intDiv(due_year - intDiv(14 - due_month, 12), 4) - intDiv(due_year - intDiv(14 - due_month, 12), 100) + intDiv(due_year - intDiv(14 - due_month, 12), 400) - 719469) * 1440 + due_hour * 60 + due_minute
    END AS due,
    CASE WHEN ready_text = '' THEN NULL
      WHEN ready_year < 1900
        OR ready_year > 2999 OR ready_month < 1 OR ready_month > 12
        OR ready_day < 1 OR ready_day > CASE WHEN ready_month IN (4, 6, 9, 11) THEN 30 WHEN ready_month <> 2 THEN 31 WHEN ready_year % 4 = 0 AND (ready_year % 100 <> 0 OR ready_year % 400 = 0) THEN 29 ELSE 28 END
        OR ready_hour > 23 OR ready_minute > 59 THEN toInt64(-9000000000)
      ELSE (ready_day + intDiv(153 * (ready_month + 12 * (intDiv(14 - ready_month, 12)) - 3) + 2, 5) + 365 * (ready_year - intDiv(14 - ready_month, 12)) + intDiv(ready_year - intDiv(14 - ready_month, 12), 4) - intDiv(ready_year - intDiv(14 - ready_month, 12), 100) + intDiv(ready_year - intDiv(14 - ready_month, 12), 400) - 719469) * 1440 + ready_hour * 60 + ready_minute
    END AS ready,
    CASE WHEN returned_text = '' THEN NULL
      WHEN returned_year < 1900
        OR returned_year > 2999 OR returned_month < 1 OR returned_month > 12
        OR returned_day < 1 OR returned_day > CASE WHEN returned_month IN (4, 6, 9, 11) THEN 30 WHEN returned_month <> 2 THEN 31 WHEN returned_year % 4 = 0 AND (returned_year % 100 <> 0 OR returned_year % 400 = 0) THEN 29 ELSE 28 END
        OR returned_hour > 23 OR returned_minute > 59 THEN toInt64(-9000000000)
      ELSE (returned_day + intDiv(153 * (returned_month + 12 * (intDiv(14 - returned_month, 12)) - 3) + 2, 5) + 365 * (returned_year - intDiv(14 - returned_month, 12)) + intDiv(returned_year - intDiv(14 - returned_month, 12), 4) - intDiv(returned_year - intDiv(14 - returned_month, 12), 100) + intDiv(returned_year - intDiv(14 - returned_month, 12), 400) - 719469) * 1440 + returned_hour * 60 + returned_minute
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
    extractGroups(received_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS received_parts,
    extractGroups(due_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS due_parts,
    extractGroups(ready_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS ready_parts,
    extractGroups(returned_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS returned_parts
  FROM texts_3 t
),
numbers_3 AS (
  SELECT p.*,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[1]) ELSE 0 END AS received_year,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[3]) ELSE 0 END AS received_month,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[5]) ELSE 0 END AS received_day,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[6]) ELSE 0 END AS received_hour,
    CASE WHEN notEmpty(received_parts) AND received_parts[2] = received_parts[4] THEN toInt64OrZero(received_parts[7]) ELSE 0 END AS received_minute,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[1]) ELSE 0 END AS due_year,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[3]) ELSE 0 END AS due_month,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[5]) ELSE 0 END AS due_day,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[6]) ELSE 0 END AS due_hour,
    CASE WHEN notEmpty(due_parts) AND due_parts[2] = due_parts[4] THEN toInt64OrZero(due_parts[7]) ELSE 0 END AS due_minute,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[1]) ELSE 0 END AS ready_year,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[3]) ELSE 0 END AS ready_month,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[5]) ELSE 0 END AS ready_day,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[6]) ELSE 0 END AS ready_hour,
    CASE WHEN notEmpty(ready_parts) AND ready_parts[2] = ready_parts[4] THEN toInt64OrZero(ready_parts[7]) ELSE 0 END AS ready_minute,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[1]) ELSE 0 END AS returned_year,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[3]) ELSE 0 END AS returned_month,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[5]) ELSE 0 END AS returned_day,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[6]) ELSE 0 END AS returned_hour,
    CASE WHEN notEmpty(returned_parts) AND returned_parts[2] = returned_parts[4] THEN toInt64OrZero(returned_parts[7]) ELSE 0 END AS returned_minute
  FROM parts_3 p
),
records_3 AS (
  SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
    is_digitised, is_paid_online, is_linked_late,
    CASE WHEN received_text = '' THEN NULL
      WHEN received_year < 1900
        OR received_year > 2999 OR received_month < 1 OR received_month > 12
        OR received_day < 1 OR received_day > CASE WHEN received_month IN (4, 6, 9, 11) THEN 30 WHEN received_month <> 2 THEN 31 WHEN received_year % 4 = 0 AND (received_year % 100 <> 0 OR received_year % 400 = 0) THEN 29 ELSE 28 END
        OR received_hour > 23 OR received_minute > 59 THEN toInt64(-9000000000)
      ELSE (received_day + intDiv(153 * (received_month + 12 * (intDiv(14 - received_month, 12)) - 3) + 2, 5) + 365 * (received_year - intDiv(14 - received_month, 12)) + intDiv(received_year - intDiv(14 - received_month, 12), 4) - intDiv(received_year - intDiv(14 - received_month, 12), 100) + intDiv(received_year - intDiv(14 - received_month, 12), 400) - 719469) * 1440 + received_hour * 60 + received_minute
    END AS received,
    CASE WHEN due_text = '' THEN NULL
      WHEN due_year < 1900
        OR due_year > 2999 OR due_month < 1 OR due_month > 12
        OR due_day < 1 OR due_day > CASE WHEN due_month IN (4, 6, 9, 11) THEN 30 WHEN due_month <> 2 THEN 31 WHEN due_year % 4 = 0 AND (due_year % 100 <> 0 OR due_year % 400 = 0) THEN 29 ELSE 28 END
        OR due_hour > 23 OR due_minute > 59 THEN toInt64(-9000000000)
      ELSE (due_day + intDiv(153 * (due_month + 12 * (intDiv(14 - due_month, 12)) - 3) + 2, 5) + 365 * (due_year - intDiv(14 - due_month, 12)) + intDiv(due_year - intDiv(14 - due_month, 12), 4) - intDiv(due_year - intDiv(14 - due_month, 12), 100) + intDiv(due_year - intDiv(14 - due_month, 12), 400) - 719469) * 1440 + due_hour * 60 + due_minute
    END AS due,
    CASE WHEN ready_text = '' THEN NULL
      WHEN ready_year < 1900
        OR ready_year > 2999 OR ready_month < 1 OR ready_month > 12
        OR ready_day < 1 OR ready_day > CASE WHEN ready_month IN (4, 6, 9, 11) THEN 30 WHEN ready_month <> 2 THEN 31 WHEN ready_year % 4 = 0 AND (ready_year % 100 <> 0 OR ready_year % 400 = 0) THEN 29 ELSE 28 END
        OR ready_hour > 23 OR ready_minute > 59 THEN toInt64(-9000000000)
      ELSE (ready_day + intDiv(153 * (ready_month + 12 * (intDiv(14 - ready_month, 12)) - 3) + 2, 5) + 365 * (ready_year - intDiv(14 - ready_month, 12)) + intDiv(ready_year - intDiv(14 - ready_month, 12), 4) - intDiv(ready_year - intDiv(14 - ready_month, 12), 100) + intDiv(ready_year - intDiv(14 - ready_month, 12), 400) - 719469) * 1440 + ready_hour * 60 + ready_minute
    END AS ready,
    CASE WHEN returned_text = '' THEN NULL
      WHEN returned_year < 1900
        OR returned_year > 2999 OR returned_month < 1 OR returned_month > 12
        OR returned_day < 1 OR returned_day > CASE WHEN returned_month IN (4, 6, 9, 11) THEN 30 WHEN returned_month <> 2 THEN 31 WHEN returned_year % 4 = 0 AND (returned_year % 100 <> 0 OR returned_year % 400 = 0) THEN 29 ELSE 28 END
        OR returned_hour > 23 OR returned_minute > 59 THEN toInt64(-9000000000)
      ELSE (returned_day + intDiv(153 * (returned_month + 12 * (intDiv(14 - returned_month, 12)) - 3) + 2, 5) + 365 * (returned_year - intDiv(14 - returned_month, 12)) + intDiv(returned_year - intDiv(14 - returned_month, 12), 4) - intDiv(returned_year - intDiv(14 - returned_month, 12), 100) + intDiv(returned_year - intDiv(14 - returned_month, 12), 400) - 719469) * 1440 + returned_hour * 60 + returned_minute
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

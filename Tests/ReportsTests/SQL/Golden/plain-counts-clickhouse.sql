-- Quy tắc năm 2019
-- ClickHouse; 2019-01-01T00:00 <= … < 2019-12-11T00:00
-- Bảng dossiers, mọi cột là văn bản (every column is text): dossier, unit, procedure, domain, channel, received_at, due_at, ready_at, returned_at, status, digitised, paid_online, linked_late_agency
WITH
units AS (
  SELECT * FROM values('written String, unit_id String, unit_type String',
      ('so-y-te', 'so-y-te', 'so'),
      ('H32.1', 'so-y-te', 'so'),
      ('h-1', 'h-1', 'huyen'),
      ('Sở Y tế', 'so-y-te', 'so'),
      ('UBND \'Nha Trang\'', 'h-1', 'huyen'))
),
texts AS (
  SELECT
    coalesce(d.dossier, '') AS dossier_id,
    trim(BOTH ' \t\r\n' FROM coalesce(d.unit, '')) AS unit_text,
    coalesce(d.procedure, '') AS procedure_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.domain, '')) AS domain_text,
    coalesce(d.channel, '') AS channel_text,
    trim(BOTH ' \t\r\n' FROM coalesce(d.status, '')) AS status_text,
    CASE WHEN coalesce(d.digitised, '') IN ('1', 'Có', 'X', 'có', 'true', 'x', 'yes') THEN 1 ELSE 0 END AS is_digitised,
    CASE WHEN coalesce(d.paid_online, '') IN ('1', 'Có', 'X', 'có', 'true', 'x', 'yes') THEN 1 ELSE 0 END AS is_paid_online,
    CASE WHEN coalesce(d.linked_late_agency, '') <> '' THEN 1 ELSE 0 END AS is_linked_late,
    trim(BOTH ' \t' FROM coalesce(d.received_at, '')) AS received_text,
    trim(BOTH ' \t' FROM coalesce(d.due_at, '')) AS due_text,
    trim(BOTH ' \t' FROM coalesce(d.ready_at, '')) AS ready_text,
    trim(BOTH ' \t' FROM coalesce(d.returned_at, '')) AS returned_text
  FROM dossiers d
),
parts AS (
  SELECT t.*,
    extractGroups(received_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS received_parts,
    extractGroups(due_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS due_parts,
    extractGroups(ready_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS ready_parts,
    extractGroups(returned_text, '^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$') AS returned_parts
  FROM texts t
),
numbers AS (
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
  FROM parts p
),
records AS (
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
  FROM numbers
),
readable AS (
  SELECT r.*, u.unit_id AS unit_id, u.unit_type AS unit_type,
    CASE WHEN r.ready IS NOT NULL AND (r.returned IS NULL OR r.ready < r.returned) THEN r.ready ELSE r.returned END AS finished,
    CASE WHEN r.channel_text IN ('online') THEN 1 ELSE 0 END
      AS is_online,
    r.ready - positiveModulo(r.ready, 1440) AS ready_day,
    r.due - positiveModulo(r.due, 1440) + 1440 AS late_from
  FROM records r INNER JOIN units u ON r.unit_text = u.written
  WHERE r.dossier_id <> ''
    AND r.received IS NOT NULL
    AND r.received <> -9000000000
    AND (r.due IS NULL OR r.due <> -9000000000)
    AND (r.ready IS NULL OR r.ready <> -9000000000)
    AND (r.returned IS NULL OR r.returned <> -9000000000)
),
standings AS (
  SELECT s.*,
    CASE
      WHEN s.received >= 26267040 THEN 'received_after'
      WHEN s.due IS NULL AND (s.finished IS NULL OR s.finished >= 26267040) THEN 'unresolved_in_time'
      WHEN s.due IS NOT NULL AND (s.finished IS NULL OR s.finished >= 26267040) AND s.late_from <= 26267040 THEN 'unresolved_overdue'
      WHEN s.finished IS NULL OR s.finished >= 26267040 THEN 'unresolved_in_time'
      WHEN s.finished < 25771680 AND s.received < 25771680 THEN 'finished_before'
      WHEN s.due IS NULL THEN 'on_due_day'
      WHEN s.finished >= s.late_from THEN 'late'
      WHEN s.finished - positiveModulo(s.finished, 1440) < s.due - positiveModulo(s.due, 1440) THEN 'early'
      ELSE 'on_due_day'
    END AS standing
  FROM readable s
),
facts AS (
  SELECT s.*
  FROM standings s
),
decided AS (
  SELECT f.*,
    CASE
      WHEN (f.received < 25771680)
        THEN 'previous-year'
      WHEN (f.status_text IN ('Từ chối')) AND (f.standing = 'late')
        THEN 'refused'
      ELSE ''
    END AS exclusion
  FROM facts f
),
judged AS (
  SELECT f.dossier_id AS dossier_id,
    f.unit_id AS unit_id,
    f.standing AS standing,
    f.exclusion AS exclusion,
    f.is_online AS is_online,
    f.is_digitised AS is_digitised,
    f.is_paid_online AS is_paid_online,
    CASE WHEN f.exclusion = '' THEN f.standing WHEN NOT (f.exclusion IN ('refused')) THEN 'excluded'
      WHEN f.standing = 'late' THEN 'on_due_day'
      WHEN f.standing = 'unresolved_overdue' THEN 'unresolved_in_time'
      ELSE f.standing END AS outcome,
    CASE WHEN f.returned < f.received OR f.ready < f.received OR f.returned < f.ready OR f.due < f.received THEN 1 ELSE 0 END AS is_marked,
    CASE WHEN (f.exclusion = '' OR f.exclusion IN ('refused')) AND (f.standing = 'late' AND f.exclusion = '') AND (f.is_linked_late = 1) THEN 1 ELSE 0 END AS list_1
  FROM decided f
)
SELECT
  unit_id,
  countIf(outcome IN ('early', 'on_due_day', 'late', 'unresolved_in_time', 'unresolved_overdue')) AS `received`,
  countIf(outcome IN ('early', 'on_due_day', 'late')) AS `resolved`,
  countIf(outcome = 'early') AS `early`,
  countIf(outcome = 'on_due_day') AS `on_due_day`,
  countIf(outcome = 'late') AS `late`,
  countIf(exclusion = 'previous-year') AS `previous-year`,
  countIf(exclusion = 'refused') AS `refused`,
  countIf(outcome = 'unresolved_in_time') AS `unresolved_in_time`,
  countIf(outcome = 'unresolved_overdue') AS `unresolved_overdue`,
  countIf(outcome IN ('early', 'on_due_day', 'late', 'unresolved_in_time', 'unresolved_overdue') AND is_online = 1) AS `online`,
  countIf(outcome IN ('early', 'on_due_day', 'late', 'unresolved_in_time', 'unresolved_overdue') AND is_digitised = 1) AS `digitised`,
  countIf(outcome IN ('early', 'on_due_day', 'late', 'unresolved_in_time', 'unresolved_overdue') AND is_paid_online = 1) AS `paid_online`,
  countIf(list_1 = 1) AS `linked-late`
FROM judged
GROUP BY unit_id
ORDER BY unit_id
SETTINGS short_circuit_function_evaluation = 'disable'

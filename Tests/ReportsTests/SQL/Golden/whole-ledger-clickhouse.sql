-- Quy tắc năm 2019
-- ClickHouse; 2019-01-01T00:00 <= … < 2019-12-08T15:00
-- Bảng dossiers, mọi cột là văn bản (every column is text): dossier, unit, procedure, domain, channel, received_at, due_at, ready_at, returned_at, status, digitised, paid_online, linked_late_agency, source
WITH
units AS (
  SELECT * FROM values('written String, unit_id String, unit_type String',
      ('so-y-te', 'so-y-te', 'so'),
      ('H32.1', 'so-y-te', 'so'),
      ('h-1', 'h-1', 'huyen'),
      ('Sở Y tế', 'so-y-te', 'so'),
      ('UBND \'Nha Trang\'', 'h-1', 'huyen'))
),
explanations AS (
  SELECT * FROM values('dossier String, decision String, cause String',
      ('mc-1', 'accepted', ''),
      ('mc-2', 'refused', 'user'))
),
corrections AS (
  SELECT * FROM values('dossier String, corrected_at Int64, has_correction Int64',
      ('mc-3', 25989600, 1))
),
steps AS (
  SELECT * FROM values('dossier String, reached_day Int64, has_step Int64',
      ('mc-4', 25858080, 1))
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
    coalesce(d.source, '') AS source_text,
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
    is_digitised, is_paid_online, is_linked_late, source_text,
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
    r.returned AS finished,
    CASE WHEN r.channel_text IN ('online') THEN 1 ELSE 0 END
      AS is_online,
    r.ready - positiveModulo(r.ready, 1440) AS ready_day,
    r.due + 1 AS late_from
  FROM records r INNER JOIN units u ON r.unit_text = u.written
  WHERE r.dossier_id <> ''
    AND r.received IS NOT NULL
    AND r.received <> -9000000000
    AND (r.due IS NULL OR r.due <> -9000000000)
    AND (r.ready IS NULL OR r.ready <> -9000000000)
    AND (r.returned IS NULL OR r.returned <> -9000000000)
),
recorded AS (
  SELECT s.*,
    CASE
      WHEN s.received >= 26263620 THEN 'received_after'
      WHEN s.due IS NULL AND (s.finished IS NULL OR s.finished >= 26263620) THEN 'unresolved_in_time'
      WHEN s.due IS NOT NULL AND (s.finished IS NULL OR s.finished >= 26263620) AND s.late_from <= 26263620 THEN 'unresolved_overdue'
      WHEN s.finished IS NULL OR s.finished >= 26263620 THEN 'unresolved_in_time'
      WHEN s.finished < 25771680 AND s.received < 25771680 THEN 'finished_before'
      WHEN s.due IS NULL THEN 'on_due_day'
      WHEN s.finished >= s.late_from THEN 'late'
      WHEN s.finished - positiveModulo(s.finished, 1440) < s.due - positiveModulo(s.due, 1440) THEN 'early'
      ELSE 'on_due_day'
    END AS first_standing
  FROM readable s
),
corrected AS (
  SELECT a.dossier_id AS dossier_id, a.unit_text AS unit_text, a.procedure_text AS procedure_text, a.domain_text AS domain_text, a.channel_text AS channel_text, a.status_text AS status_text, a.is_digitised AS is_digitised, a.is_paid_online AS is_paid_online, a.is_linked_late AS is_linked_late, a.received AS received, a.due AS due, a.ready AS ready, a.returned AS returned, a.unit_id AS unit_id, a.unit_type AS unit_type, a.is_online AS is_online, a.ready_day AS ready_day, a.late_from AS late_from, a.source_text AS source_text,
    CASE WHEN coalesce(c.has_correction, 0) = 1 AND a.first_standing NOT IN ('early', 'on_due_day') THEN c.corrected_at ELSE a.finished END AS finished,
    CASE WHEN coalesce(c.has_correction, 0) = 1 AND a.first_standing NOT IN ('early', 'on_due_day') THEN 1 ELSE 0 END AS is_corrected
  FROM recorded a LEFT JOIN corrections c ON a.dossier_id = c.dossier
),
standings AS (
  SELECT s.*,
    CASE
      WHEN s.received >= 26263620 THEN 'received_after'
      WHEN s.due IS NULL AND (s.finished IS NULL OR s.finished >= 26263620) THEN 'unresolved_in_time'
      WHEN s.due IS NOT NULL AND (s.finished IS NULL OR s.finished >= 26263620) AND s.late_from <= 26263620 THEN 'unresolved_overdue'
      WHEN s.finished IS NULL OR s.finished >= 26263620 THEN 'unresolved_in_time'
      WHEN s.finished < 25771680 AND s.received < 25771680 THEN 'finished_before'
      WHEN s.due IS NULL THEN 'on_due_day'
      WHEN s.finished >= s.late_from THEN 'late'
      WHEN s.finished - positiveModulo(s.finished, 1440) < s.due - positiveModulo(s.due, 1440) THEN 'early'
      ELSE 'on_due_day'
    END AS standing
  FROM corrected s
),
facts AS (
  SELECT s.*, coalesce(e.decision, '') AS decision, coalesce(e.cause, '') AS cause, CASE WHEN coalesce(p.has_step, 0) = 1 THEN p.reached_day END AS reached_day
  FROM standings s
    LEFT JOIN explanations e ON s.dossier_id = e.dossier
    LEFT JOIN steps p ON s.dossier_id = p.dossier
),
decided AS (
  SELECT f.*,
    CASE
      WHEN (f.procedure_text IN ('1.1', '1.2')) AND (f.unit_type IN ('huyen')) AND (f.received < 26263620)
        THEN 'land'
      WHEN (f.standing = 'late') AND ((CASE WHEN f.source_text = 'hcc' AND f.unit_id IN ('h-1') THEN (CASE WHEN f.ready_day IN (25856640, 25858080, 25901280) THEN 1 ELSE 0 END) WHEN f.source_text = 'hcc' THEN (CASE WHEN f.ready_day IN (25856640, 25858080) THEN 1 ELSE 0 END) WHEN f.source_text = 'motcua' AND f.unit_id IN ('h-1') THEN (CASE WHEN f.ready_day IN (25856640, 25858080, 25901280) THEN 1 ELSE 0 END) WHEN f.source_text = 'motcua' THEN (CASE WHEN f.ready_day IN (25856640, 25858080) THEN 1 ELSE 0 END) ELSE 0 END) = 1) AND (f.received < 26263620)
        THEN 'day'
      WHEN (f.standing = 'late') AND ((CASE WHEN f.source_text = 'hcc' AND f.unit_id IN ('h-1') THEN (CASE WHEN f.reached_day IN (25856640, 25858080, 25901280) THEN 1 ELSE 0 END) WHEN f.source_text = 'hcc' THEN (CASE WHEN f.reached_day IN (25856640, 25858080) THEN 1 ELSE 0 END) WHEN f.source_text = 'motcua' AND f.unit_id IN ('h-1') THEN (CASE WHEN f.reached_day IN (25856640, 25858080, 25901280) THEN 1 ELSE 0 END) WHEN f.source_text = 'motcua' THEN (CASE WHEN f.reached_day IN (25856640, 25858080) THEN 1 ELSE 0 END) ELSE 0 END) = 1) AND (f.received < 26263620)
        THEN 'reached'
      WHEN (f.standing = 'late') AND ((CASE WHEN f.source_text = 'hcc' AND f.unit_id IN ('h-1') THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858320) - greatest(f.received, 25857960))
        + greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25902720) - greatest(f.received, 25901280))) WHEN f.source_text = 'hcc' THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858320) - greatest(f.received, 25857960))) WHEN f.source_text = 'motcua' AND f.unit_id IN ('h-1') THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858200) - greatest(f.received, 25857960))
        + greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25902720) - greatest(f.received, 25901280))) WHEN f.source_text = 'motcua' THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858200) - greatest(f.received, 25857960))) ELSE 0 END) * 4
          >= greatest(1, (least(coalesce(f.finished, 26263620), 26263620) - f.received) * 1)) AND (f.received < 26263620)
        THEN 'share'
      WHEN (f.standing = 'late') AND ((CASE WHEN f.source_text = 'hcc' AND f.unit_id IN ('h-1') THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858320) - greatest(f.received, 25857960))
        + greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25902720) - greatest(f.received, 25901280))) WHEN f.source_text = 'hcc' THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858320) - greatest(f.received, 25857960))) WHEN f.source_text = 'motcua' AND f.unit_id IN ('h-1') THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858200) - greatest(f.received, 25857960))
        + greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25902720) - greatest(f.received, 25901280))) WHEN f.source_text = 'motcua' THEN (greatest(0, least(least(coalesce(f.finished, 26263620), 26263620), 25858200) - greatest(f.received, 25857960))) ELSE 0 END) * 4
          >= greatest(1, (coalesce(f.due, f.received) - f.received) * 1)) AND (f.received < 26263620)
        THEN 'term'
      WHEN (f.standing = 'late') AND (f.decision = 'accepted') AND (f.received < 26263620)
        THEN 'explained'
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
    CASE WHEN f.exclusion = '' THEN f.standing WHEN NOT (f.exclusion IN ('reached')) THEN 'excluded'
      WHEN f.standing = 'late' THEN 'on_due_day'
      WHEN f.standing = 'unresolved_overdue' THEN 'unresolved_in_time'
      ELSE f.standing END AS outcome,
    CASE WHEN f.returned < f.received OR f.ready < f.received OR f.returned < f.ready OR f.due < f.received OR f.is_corrected = 1 THEN 1 ELSE 0 END AS is_marked
  FROM decided f
)
SELECT
  dossier_id AS dossier,
  unit_id AS unit,
  outcome,
  exclusion,
  '' AS lists
FROM judged
WHERE exclusion <> '' OR standing IN ('late', 'unresolved_overdue')
  OR is_marked = 1
ORDER BY dossier, unit
SETTINGS short_circuit_function_evaluation = 'disable'

// Times that are written `yyyy-MM-ddTHH:mm` (or with a blank for the T), read by two table lookups.
//
// The bits of the digits that differ from one time to another are drawn together into an index; all
// other bits must be those of the pattern. Bits come in the order of the bytes, so the index is not
// the number itself; byte_time_place() says which it is.
#ifndef PARINDEX_BYTE_TIMES_H
#define PARINDEX_BYTE_TIMES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Entries of a table of days, and of one of minutes.
#define BYTE_TIMES_DAYS (1 << 19)
#define BYTE_TIMES_CLOCKS (1 << 13)

/// What stands for a time that has no characters, and for one that is written otherwise.
static const int32_t BYTE_TIMES_ABSENT = INT32_MIN;
static const int32_t BYTE_TIMES_OTHER = INT32_MAX;

/// For every index the first minute of the day, or the minute of the day; negative: no such day.
typedef struct {
  const int32_t *_Nonnull days;
  const int16_t *_Nonnull clocks;
} ByteTimes;

// "20YY-MM-" and "DDTHH:MM" in little-endian order, the digits that vary left at zero.
#define BYTE_TIMES_FRONT 0x2D30302D30303032ull
#define BYTE_TIMES_BACK 0x30303A3030543030ull
#define BYTE_TIMES_FRONT_BITS 0x000F01000F0F0000ull
#define BYTE_TIMES_BACK_BITS 0x0F07000F03000F03ull
// A blank differs from a T in these bits.
#define BYTE_TIMES_JOINT_BITS 0x0000000000740000ull

/// The bits of year, month and day: 13 of the front, 6 of the back.
#define BYTE_TIMES_DAY(front, back)                                                  \
  (uint32_t)(((front) >> 10 & 0x3C0) | ((front) >> 14 & 0x3C00) |                    \
             ((front) >> 26 & 0x4000) | ((front) >> 33 & 0x78000) | ((back) & 0x3) | \
             ((back) >> 6 & 0x3C))

/// The bits of hour and minute.
#define BYTE_TIMES_CLOCK(back)                                            \
  (uint32_t)(((back) >> 24 & 0x3) | ((back) >> 30 & 0x3C) |               \
             ((back) >> 42 & 0x1C0) | ((back) >> 47 & 0x1E00))

/// Where the day of a time stands in the table of days, and its minute in that of minutes.
typedef struct {
  uint32_t day;
  uint32_t clock;
} ByteTimePlace;

static inline ByteTimePlace byte_time_place(const uint8_t *_Nonnull text) {
  uint64_t front, back;
  memcpy(&front, text, 8);
  memcpy(&back, text + 8, 8);
  const ByteTimePlace place = {BYTE_TIMES_DAY(front, back), BYTE_TIMES_CLOCK(back)};
  return place;
}

/// Times that are read together.
#define BYTE_TIMES_BATCH 64

typedef struct {
  uint64_t front[BYTE_TIMES_BATCH];
  uint64_t back[BYTE_TIMES_BATCH];
  uint32_t length[BYTE_TIMES_BATCH];
  uint32_t day[BYTE_TIMES_BATCH];
  uint32_t clock[BYTE_TIMES_BATCH];
  /// 0 for what follows the pattern.
  int32_t instead[BYTE_TIMES_BATCH];
} ByteTimesBatch;

// Works out the places of a batch, several at a time where the machine can.
#define BYTE_TIMES_PLACES(name)                                                             \
  static inline void name(ByteTimesBatch *_Nonnull batch) {                                 \
    for (int i = 0; i < BYTE_TIMES_BATCH; i++) {                                            \
      const uint64_t front = batch->front[i], back = batch->back[i];                        \
      const uint64_t joint = (back ^ BYTE_TIMES_BACK) & BYTE_TIMES_JOINT_BITS;              \
      const uint64_t other =                                                                \
          ((front ^ BYTE_TIMES_FRONT) & ~BYTE_TIMES_FRONT_BITS) |                           \
          ((back ^ BYTE_TIMES_BACK) & ~(BYTE_TIMES_BACK_BITS | BYTE_TIMES_JOINT_BITS));     \
      const int follows = (other == 0) & ((joint == 0) | (joint == BYTE_TIMES_JOINT_BITS)); \
      const uint32_t length = batch->length[i];                                             \
      batch->day[i] = BYTE_TIMES_DAY(front, back);                                          \
      batch->clock[i] = BYTE_TIMES_CLOCK(back);                                             \
      batch->instead[i] = length == 0              ? BYTE_TIMES_ABSENT                      \
                          : length == 16 & follows ? 0                                      \
                                                   : BYTE_TIMES_OTHER;                      \
    }                                                                                       \
  }

BYTE_TIMES_PLACES(byte_times_places_plain)
#if defined(__x86_64__)
__attribute__((target("avx2"))) BYTE_TIMES_PLACES(byte_times_places_avx2)
__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,prefer-256-bit")))
BYTE_TIMES_PLACES(byte_times_places_avx512)
#endif

/// Reads one column of records that all have their fields. Field `column` of record r lies between
/// the ends r * columns + column and one further; `ends` begins with what lies before the first
/// record. Sixteen bytes behind each beginning must be readable.
static inline void byte_times_read(
    const uint8_t *_Nonnull bytes, const uint32_t *_Nonnull ends, ptrdiff_t columns,
    ptrdiff_t column, ptrdiff_t records, ByteTimes tables, int width, int32_t *_Nonnull times) {
  ByteTimesBatch batch = {0};
  const uint32_t *_Nonnull end = ends + column;
  for (ptrdiff_t first = 0; first < records; first += BYTE_TIMES_BATCH) {
    const ptrdiff_t left = records - first;
    const int count = left < BYTE_TIMES_BATCH ? (int)left : BYTE_TIMES_BATCH;
    for (int i = 0; i < count; i++, end += columns) {
      const uint8_t *text = bytes + (size_t)(uint32_t)(end[0] + 1);
      memcpy(&batch.front[i], text, 8);
      memcpy(&batch.back[i], text + 8, 8);
      batch.length[i] = end[1] - end[0] - 1;
    }
#if defined(__x86_64__)
    if (width >= 512)
      byte_times_places_avx512(&batch);
    else if (width >= 256)
      byte_times_places_avx2(&batch);
    else
#endif
      byte_times_places_plain(&batch);
    (void)width;
    for (int i = 0; i < count; i++) {
      const int32_t day = tables.days[batch.day[i]], clock = tables.clocks[batch.clock[i]];
      const int32_t instead = batch.instead[i];
      const int32_t time = (day | clock) < 0 ? BYTE_TIMES_OTHER : day + clock;
      times[first + i] = instead != 0 ? instead : time;
    }
  }
}

#endif

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

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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
#define BYTE_TIMES_MONTH_BITS 0x000F01000F0F0000ull
#define BYTE_TIMES_DAY_BITS 0x0000000000000F03ull
#define BYTE_TIMES_CLOCK_BITS 0x0F07000F03000000ull
// A blank differs from a T in these bits.
#define BYTE_TIMES_JOINT_BITS 0x0000000000740000ull

/// Draws the bits of `bits` that `mask` names together at the low end.
static inline uint64_t byte_times_drawn(uint64_t bits, uint64_t mask) {
  uint64_t drawn = 0;
  for (int place = 0; mask != 0; mask &= mask - 1, place++)
    drawn |= (bits >> __builtin_ctzll(mask) & 1) << place;
  return drawn;
}

/// Where the day of a time stands in the table of days, and its minute in that of minutes.
typedef struct {
  uint32_t day;
  uint32_t clock;
} ByteTimePlace;

static inline ByteTimePlace byte_time_place(const uint8_t *_Nonnull text) {
  uint64_t front, back;
  memcpy(&front, text, 8);
  memcpy(&back, text + 8, 8);
  const ByteTimePlace place = {
      (uint32_t)(byte_times_drawn(front, BYTE_TIMES_MONTH_BITS) << 6 |
                 byte_times_drawn(back, BYTE_TIMES_DAY_BITS)),
      (uint32_t)byte_times_drawn(back, BYTE_TIMES_CLOCK_BITS)};
  return place;
}

// Reads one column of many records. Field `column` of record r lies between the ends at
// r * columns + column and one further; `ends` begins with what lies before the first record.
#define BYTE_TIMES_COLUMN(name, DRAWN)                                                      \
  static inline void name(                                                                  \
      const uint8_t *_Nonnull bytes, const uint32_t *_Nonnull ends, ptrdiff_t columns,      \
      ptrdiff_t column, ptrdiff_t records, ByteTimes tables, int32_t *_Nonnull times) {     \
    const uint32_t *_Nonnull end = ends + column;                                           \
    for (ptrdiff_t r = 0; r < records; r++, end += columns) {                               \
      const uint8_t *text = bytes + (size_t)(uint32_t)(end[0] + 1);                         \
      const uint32_t length = end[1] - end[0] - 1;                                          \
      uint64_t front, back;                                                                 \
      memcpy(&front, text, 8);                                                              \
      memcpy(&back, text + 8, 8);                                                           \
      const uint64_t joint = (back ^ BYTE_TIMES_BACK) & BYTE_TIMES_JOINT_BITS;              \
      const uint64_t other =                                                                \
          ((front ^ BYTE_TIMES_FRONT) & ~BYTE_TIMES_MONTH_BITS) |                           \
          ((back ^ BYTE_TIMES_BACK) &                                                       \
           ~(BYTE_TIMES_DAY_BITS | BYTE_TIMES_CLOCK_BITS | BYTE_TIMES_JOINT_BITS));         \
      const int32_t day = tables.days[DRAWN(front, BYTE_TIMES_MONTH_BITS) << 6 |            \
                                      DRAWN(back, BYTE_TIMES_DAY_BITS)];                    \
      const int32_t clock = tables.clocks[DRAWN(back, BYTE_TIMES_CLOCK_BITS)];              \
      const int isRight = (other == 0) & ((joint == 0) | (joint == BYTE_TIMES_JOINT_BITS)) & \
                          ((day | clock) >= 0) & (length == 16);                            \
      times[r] = isRight ? day + clock : length == 0 ? BYTE_TIMES_ABSENT : BYTE_TIMES_OTHER; \
    }                                                                                       \
  }

#if defined(__x86_64__)
__attribute__((target("bmi2"))) BYTE_TIMES_COLUMN(byte_times_bmi2, _pext_u64)
#endif

/// Whether this machine draws bits together in one step.
static inline int byte_times_are_fast(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("bmi2") != 0;
#else
  return 0;
#endif
}

/// Reads one column where `byte_times_are_fast()`; leaves all times to others elsewhere.
static inline void byte_times_read(
    const uint8_t *_Nonnull bytes, const uint32_t *_Nonnull ends, ptrdiff_t columns,
    ptrdiff_t column, ptrdiff_t records, ByteTimes tables, int32_t *_Nonnull times) {
#if defined(__x86_64__)
  byte_times_bmi2(bytes, ends, columns, column, records, tables, times);
#else
  (void)bytes, (void)ends, (void)columns, (void)column, (void)tables;
  for (ptrdiff_t r = 0; r < records; r++) times[r] = BYTE_TIMES_OTHER;
#endif
}

#endif

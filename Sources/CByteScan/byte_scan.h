// Byte-parallel scanning of delimited text: where the separators, line ends and quotes are.
//
// One bit a byte, 64 bytes a word. The widest vectors of the machine are used; which, says
// byte_scan_width(). Nothing here knows what the bytes mean.
#ifndef PARINDEX_BYTE_SCAN_H
#define PARINDEX_BYTE_SCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// The bits of one block: `structural` are separators and line feeds.
typedef struct {
  uint64_t *_Nonnull structural;
  uint64_t *_Nonnull lineFeeds;
  uint64_t *_Nonnull quotes;
} ByteScanBits;

#if defined(__x86_64__)

__attribute__((target("avx512f,avx512bw"))) static inline void byte_scan_avx512(
    const uint8_t *_Nonnull bytes, size_t words, uint8_t separator, ByteScanBits bits) {
  const __m512i s = _mm512_set1_epi8((char)separator), n = _mm512_set1_epi8('\n'),
                q = _mm512_set1_epi8('"');
  for (size_t i = 0; i < words; i++) {
    const __m512i v = _mm512_loadu_si512((const void *)(bytes + 64 * i));
    const uint64_t feeds = _mm512_cmpeq_epi8_mask(v, n);
    bits.lineFeeds[i] = feeds;
    bits.structural[i] = feeds | _mm512_cmpeq_epi8_mask(v, s);
    bits.quotes[i] = _mm512_cmpeq_epi8_mask(v, q);
  }
}

__attribute__((target("avx2"))) static inline void byte_scan_avx2(
    const uint8_t *_Nonnull bytes, size_t words, uint8_t separator, ByteScanBits bits) {
  const __m256i s = _mm256_set1_epi8((char)separator), n = _mm256_set1_epi8('\n'),
                q = _mm256_set1_epi8('"');
  for (size_t i = 0; i < words; i++) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)(bytes + 64 * i)),
                  b = _mm256_loadu_si256((const __m256i *)(bytes + 64 * i + 32));
#define BITS(x)                                                       \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, x)) | \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, x)) << 32)
    const uint64_t feeds = BITS(n);
    bits.lineFeeds[i] = feeds;
    bits.structural[i] = feeds | BITS(s);
    bits.quotes[i] = BITS(q);
#undef BITS
  }
}

static inline void byte_scan_sse2(
    const uint8_t *_Nonnull bytes, size_t words, uint8_t separator, ByteScanBits bits) {
  const __m128i s = _mm_set1_epi8((char)separator), n = _mm_set1_epi8('\n'),
                q = _mm_set1_epi8('"');
  for (size_t i = 0; i < words; i++) {
    uint64_t feeds = 0, separators = 0, quotes = 0;
    for (int k = 0; k < 4; k++) {
      const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 64 * i + 16 * k));
      feeds |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, n)) << (16 * k);
      separators |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, s)) << (16 * k);
      quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, q)) << (16 * k);
    }
    bits.lineFeeds[i] = feeds;
    bits.structural[i] = feeds | separators;
    bits.quotes[i] = quotes;
  }
}

#elif defined(__aarch64__)

static inline uint64_t byte_scan_neon_bits(const uint8_t *_Nonnull bytes, uint8x16_t wanted) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t w = vld1q_u8(weights);
  const uint8x16_t a = vandq_u8(vceqq_u8(vld1q_u8(bytes), wanted), w),
                   b = vandq_u8(vceqq_u8(vld1q_u8(bytes + 16), wanted), w),
                   c = vandq_u8(vceqq_u8(vld1q_u8(bytes + 32), wanted), w),
                   d = vandq_u8(vceqq_u8(vld1q_u8(bytes + 48), wanted), w);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

#endif

/// The width in bits of the vectors that are used here: 512, 256 or 128; 64 where there are none.
static inline int byte_scan_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return 512;
  if (__builtin_cpu_supports("avx2")) return 256;
  return 128;
#elif defined(__aarch64__)
  return 128;
#else
  return 64;
#endif
}

// How many bits are set in some words.

#define BYTE_SCAN_COUNT(name)                                                       \
  static inline ptrdiff_t name(const uint64_t *_Nonnull marks, ptrdiff_t words) {   \
    ptrdiff_t count = 0;                                                            \
    for (ptrdiff_t i = 0; i < words; i++) count += __builtin_popcountll(marks[i]);  \
    return count;                                                                   \
  }

// Where bits are set in some words: their places, counted from the first word's lowest bit plus
// `base`. Up to 16 entries behind the last are overwritten: as many as a word seldom exceeds are
// written whether there are bits for them or not, which costs less than a branch that is guessed
// wrongly.

#define BYTE_SCAN_PLACES(name, lowest, usual)                                       \
  static inline ptrdiff_t name(                                                     \
      const uint64_t *_Nonnull marks, ptrdiff_t words, uint32_t base,               \
      uint32_t *_Nonnull places) {                                                  \
    uint32_t *_Nonnull next = places;                                               \
    for (ptrdiff_t i = 0; i < words; i++, base += 64) {                             \
      uint64_t left = marks[i];                                                     \
      const int count = __builtin_popcountll(left);                                 \
      _Pragma("clang loop unroll(full)") for (int k = 0; k < usual; k++) {          \
        next[k] = base + (uint32_t)lowest(left);                                    \
        left &= left - 1;                                                           \
      }                                                                             \
      for (int k = usual; k < count; k++) {                                         \
        next[k] = base + (uint32_t)lowest(left);                                    \
        left &= left - 1;                                                           \
      }                                                                             \
      next += count;                                                                \
    }                                                                               \
    return next - places;                                                           \
  }

// Takes the marks inside quoted fields away. `inside` has all bits set where a quoted field goes on
// into the first word, `opens` the bits that may begin a quoted field although no mark precedes
// them there. The word behind the last must be readable.
// Returns the number of words done: all, or those before a quote that stands in an unusual place.

typedef struct {
  uint64_t inside;
  uint64_t opens;
} ByteScanQuoteState;

#define BYTE_SCAN_UNQUOTE(name, PREFIX)                                             \
  static inline ptrdiff_t name(                                                     \
      ByteScanBits bits, uint64_t *_Nonnull shown, ptrdiff_t first, ptrdiff_t words, \
      ByteScanQuoteState *_Nonnull state) {                                         \
    uint64_t inside = state->inside, opens = state->opens;                          \
    ptrdiff_t i = first;                                                            \
    for (; i < words; i++) {                                                        \
      const uint64_t quotes = bits.quotes[i], structural = bits.structural[i];      \
      uint64_t within = inside;                                                     \
      const uint64_t marks = structural | quotes;                                   \
      const uint64_t closes =                                                       \
          marks >> 1 | (bits.structural[i + 1] | bits.quotes[i + 1]) << 63;         \
      within ^= PREFIX(quotes);                                                     \
      if ((quotes & within & ~(marks << 1 | opens)) | (quotes & ~within & ~closes)) \
        break;                                                                      \
      bits.structural[i] = structural & ~within;                                    \
      shown[i] = bits.lineFeeds[i] & ~within;                                       \
      inside = (uint64_t)((int64_t)within >> 63);                                   \
      opens = marks >> 63;                                                          \
    }                                                                               \
    state->inside = inside;                                                         \
    state->opens = opens;                                                           \
    return i;                                                                       \
  }

static inline uint64_t byte_scan_prefix(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

BYTE_SCAN_COUNT(byte_scan_count_plain)
BYTE_SCAN_PLACES(byte_scan_places_plain, __builtin_ctzll, 0)
BYTE_SCAN_UNQUOTE(byte_scan_unquote_plain, byte_scan_prefix)

#if defined(__x86_64__)

__attribute__((target("pclmul,sse2"))) static inline uint64_t byte_scan_prefix_pclmul(
    uint64_t bits) {
  const __m128i all = _mm_set1_epi8((char)0xFF);
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), all, 0));
}

__attribute__((target("popcnt"))) BYTE_SCAN_COUNT(byte_scan_count_wide)
__attribute__((target("bmi,popcnt"))) BYTE_SCAN_PLACES(byte_scan_places_many, _tzcnt_u64, 8)
__attribute__((target("bmi,popcnt"))) BYTE_SCAN_PLACES(byte_scan_places_few, _tzcnt_u64, 2)
__attribute__((target("pclmul,sse2,bmi")))
BYTE_SCAN_UNQUOTE(byte_scan_unquote_wide, byte_scan_prefix_pclmul)

#endif

static inline ptrdiff_t byte_scan_count(
    const uint64_t *_Nonnull marks, ptrdiff_t words, int width) {
#if defined(__x86_64__)
  if (width >= 256) return byte_scan_count_wide(marks, words);
#endif
  (void)width;
  return byte_scan_count_plain(marks, words);
}

/// Places of which a word has several.
static inline ptrdiff_t byte_scan_places(
    const uint64_t *_Nonnull marks, ptrdiff_t words, uint32_t base, uint32_t *_Nonnull places,
    int width) {
#if defined(__x86_64__)
  if (width >= 256) return byte_scan_places_many(marks, words, base, places);
#endif
  (void)width;
  return byte_scan_places_plain(marks, words, base, places);
}

/// Places of which a word has one or none.
static inline ptrdiff_t byte_scan_rare_places(
    const uint64_t *_Nonnull marks, ptrdiff_t words, uint32_t base, uint32_t *_Nonnull places,
    int width) {
#if defined(__x86_64__)
  if (width >= 256) return byte_scan_places_few(marks, words, base, places);
#endif
  (void)width;
  return byte_scan_places_plain(marks, words, base, places);
}

static inline ptrdiff_t byte_scan_unquote(
    ByteScanBits bits, uint64_t *_Nonnull shown, ptrdiff_t first, ptrdiff_t words,
    ByteScanQuoteState *_Nonnull state, int width) {
#if defined(__x86_64__)
  if (width >= 256) return byte_scan_unquote_wide(bits, shown, first, words, state);
#endif
  (void)width;
  return byte_scan_unquote_plain(bits, shown, first, words, state);
}

/// Marks `words` times 64 bytes with vectors of a width that the machine has.
static inline void byte_scan(
    const uint8_t *_Nonnull bytes, size_t words, uint8_t separator, int width, ByteScanBits bits) {
#if defined(__x86_64__)
  if (width >= 512) return byte_scan_avx512(bytes, words, separator, bits);
  if (width >= 256) return byte_scan_avx2(bytes, words, separator, bits);
  byte_scan_sse2(bytes, words, separator, bits);
#elif defined(__aarch64__)
  const uint8x16_t s = vdupq_n_u8(separator), n = vdupq_n_u8('\n'), q = vdupq_n_u8('"');
  (void)width;
  for (size_t i = 0; i < words; i++) {
    bits.lineFeeds[i] = byte_scan_neon_bits(bytes + 64 * i, n);
    bits.structural[i] = bits.lineFeeds[i] | byte_scan_neon_bits(bytes + 64 * i, s);
    bits.quotes[i] = byte_scan_neon_bits(bytes + 64 * i, q);
  }
#else
  (void)width;
  for (size_t i = 0; i < words; i++) {
    uint64_t feeds = 0, separators = 0, quotes = 0;
    for (int k = 0; k < 64; k++) {
      feeds |= (uint64_t)(bytes[64 * i + k] == '\n') << k;
      separators |= (uint64_t)(bytes[64 * i + k] == separator) << k;
      quotes |= (uint64_t)(bytes[64 * i + k] == '"') << k;
    }
    bits.lineFeeds[i] = feeds;
    bits.structural[i] = feeds | separators;
    bits.quotes[i] = quotes;
  }
#endif
}

#endif

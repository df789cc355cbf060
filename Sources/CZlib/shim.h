#include <zlib.h>

/* Macros are not seen from Swift. 31: the largest window, and a gzip header. */
static inline int gzip_inflate_begin(z_stream *stream) { return inflateInit2(stream, 31); }
static inline int gzip_deflate_begin(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}

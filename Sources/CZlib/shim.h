#include <zlib.h>

/* Macros are not seen from Swift. 31: the largest window, and a gzip header. */
static inline int gzip_inflate_begin(z_stream *stream) { return inflateInit2(stream, 31); }

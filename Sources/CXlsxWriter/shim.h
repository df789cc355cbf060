#include <xlsxwriter.h>

// A file in memory, for a library that writes only to paths; glibc shows it only to GNU sources.
extern int memfd_create(const char *name, unsigned int flags);
enum { PARINDEX_MEMFD_CLOEXEC = 1U };

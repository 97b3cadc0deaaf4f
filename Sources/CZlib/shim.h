#ifndef RIKTMARKE_CZLIB_SHIM_H
#define RIKTMARKE_CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 and deflateInit2 are macros over the version of the header; Swift sees no macros
   with arguments. 16 + 15 asks for the gzip wrapper with the largest window. */
static inline int zshim_begin_gunzip(z_stream *stream) {
    return inflateInit2(stream, 16 + MAX_WBITS);
}

static inline int zshim_begin_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

#endif

#ifndef RIKTMARKE_CXLSXWRITER_SHIM_H
#define RIKTMARKE_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

/* The module map links nothing: the library is opened when a workbook is written (ADR 0048), so the
   header is here for its types and constants. A direct call of its functions would not link. */

/* A file in memory. Swift's Glibc leaves it out, since it is declared for _GNU_SOURCE only. */
int memfd_create(const char *name, unsigned int flags);

#endif

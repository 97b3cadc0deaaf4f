#ifndef RIKTMARKE_CMALLOC_SHIM_H
#define RIKTMARKE_CMALLOC_SHIM_H

/* What Swift's Glibc module leaves out: mallopt and its parameters. */
#include <malloc.h>

#endif

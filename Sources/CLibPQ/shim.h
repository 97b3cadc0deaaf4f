#ifndef RIKTMARKE_CLIBPQ_SHIM_H
#define RIKTMARKE_CLIBPQ_SHIM_H

#include <libpq-fe.h>

#endif

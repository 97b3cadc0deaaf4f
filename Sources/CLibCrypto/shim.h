#ifndef RIKTMARKE_CLIBCRYPTO_SHIM_H
#define RIKTMARKE_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif

#ifndef RIKTMARKE_CLIBCRYPTO_SHIM_H
#define RIKTMARKE_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>

#endif

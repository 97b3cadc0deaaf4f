#ifndef RIKTMARKE_CLIBPQ_SHIM_H
#define RIKTMARKE_CLIBPQ_SHIM_H

#include <libpq-fe.h>

/* libpq 17 can hand over streamed rows in chunks, older ones only row by row.
   Swift cannot see which it is, so the choice is made here. */
#ifdef LIBPQ_HAS_CHUNK_MODE
static inline int pqshim_stream_rows(PGconn *connection) {
    return PQsetChunkedRowsMode(connection, 256);
}

static inline int pqshim_is_streamed(const PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_CHUNK;
}
#else
static inline int pqshim_stream_rows(PGconn *connection) {
    return PQsetSingleRowMode(connection);
}

static inline int pqshim_is_streamed(const PGresult *result) {
    return PQresultStatus(result) == PGRES_SINGLE_TUPLE;
}
#endif

#endif

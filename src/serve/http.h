/* SPDX-License-Identifier: MIT */
/* HTTP, by libmicrohttpd: doors on which the gate decides, answers that others make, and one stream
 * of events for all who look. GET and HEAD alone; connections that wait, and their number, have
 * limits. It knows nothing of sites. */
#pragma once

#include "serve/gate.h"

typedef struct Http Http;

typedef struct {
  GateDoor door;
  const char *path;   /* as gate_ask() gives it */
  gpointer arguments; /* for http_argument() */
} HttpRequest;

/* An argument of the query, decoded; NULL when there is none, or no text. Caller frees. */
char *http_argument (const HttpRequest *request, const char *name);

/* What is answered. All zero is “there is nothing here”. */
typedef struct {
  guint status;       /* 200 … */
  GBytes *body;       /* owned */
  const char *type;   /* constant */
  char *policy;       /* Content-Security-Policy, owned; NULL: nothing is allowed */
  char *location;     /* of a redirect, owned; or NULL */
  gboolean is_stream; /* the events, instead of a body */
} HttpReply;

/* Fills `reply`, which is all zero. On any thread, several at a time. */
typedef void (*HttpAnswer) (const HttpRequest *request, HttpReply *reply, gpointer data);

/* A server that knows of no door yet. `gate` and `data` must outlive it. Caller frees. */
Http *http_new (Gate *gate, HttpAnswer answer, gpointer data);
/* Closes all doors, and all that is open behind them; NULL is allowed. */
void http_free (Http *http);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Http, http_free)

/* Opens a door on `address` ("127.0.0.1") and `port` (0: any that is free), and tells the gate its
 * name. FALSE with a G_IO_ERROR when the port cannot be had. */
gboolean http_open (Http *http, GateDoor door, const char *address, guint16 port, GError **error);

/* Sends an event to all who listen: its name, and one line of data. From any thread. */
void http_tell (Http *http, const char *event, const char *data);

/* Closes connections that have kept everybody waiting: those that have not asked for anything for
 * too long. To be called every few seconds, as is the pulse by which streams notice that nobody
 * listens any more. */
void http_sweep (Http *http);

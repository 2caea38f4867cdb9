/* SPDX-License-Identifier: MIT */
/* Whether somebody answers at an address of another host. Asked politely and with care: http and
 * https alone, no cookies, no name, few bytes, a time limit; never an address of this machine or of
 * the network it stands in, wherever a host or a redirection says it is. */
#pragma once

#include <glib.h>
#include <sys/socket.h>

typedef enum {
  VISIT_GOOD,
  VISIT_GONE,        /* the host says that there is no such page */
  VISIT_NO_HOST,     /* there is no host of that name */
  VISIT_CERTIFICATE, /* whose host it is cannot be proved */
  VISIT_INSIDE,      /* an address of a network nobody sees from outside */
  VISIT_SILENT,      /* no answer, or that it cannot answer now */
  N_VISITS
} Visit;

/* FALSE when the library for it is not there. */
gboolean visit_is_possible (void);
/* Asks for `url`, at most `seconds` for each of two attempts. Any thread. */
Visit visit_url (const char *url, guint seconds);

/* What the answer `status` of HTTP means; for tests, too. */
Visit visit_of_status (guint status);
/* TRUE for an address everybody sees: not of this machine, a network of its own, a group. */
gboolean visit_is_public (const struct sockaddr *address);

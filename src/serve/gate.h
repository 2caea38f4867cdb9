/* SPDX-License-Identifier: MIT */
/* Who may ask the desk for what. Any page a browser has open can send requests to 127.0.0.1, under
 * any name that leads there (DNS rebinding), so that where a request comes from proves nothing:
 *
 * - the desk has a door (port) of its own and wants a cookie, which it gives for a token that is
 *   printed on the terminal and is good once;
 * - the site it shows has another door, that is another origin, and wants a secret in the path,
 *   since the frame it stands in sends no cookie;
 * - the door to the local network, when there is one, wants the same of a secret of its own, and
 *   shows the site alone.
 *
 * Pure but for the secrets. It knows no files: what is asked for is a name in a list. */
#pragma once

#include <glib.h>

typedef enum { GATE_DESK, GATE_SITE, GATE_LAN, GATE_N_DOORS } GateDoor;

typedef struct Gate Gate;

/* With secrets of the system's random numbers. Caller frees. */
Gate *gate_new (void);
void gate_free (Gate *gate); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gate, gate_free)

/* Opens a door: `host` is the name it is asked for by, "127.0.0.1:40123". Before it is asked. */
void gate_open (Gate *gate, GateDoor door, const char *host);
/* The name of a door, or NULL when it is not open; the gate's own. */
const char *gate_host (const Gate *gate, GateDoor door);
/* What paths of the site begin with at that door: "5f…e/". The gate's own. */
const char *gate_prefix (const Gate *gate, GateDoor door);
/* The address somebody enters the desk by, once; the one before it is good no longer. Caller frees.
 * From any thread. */
char *gate_new_address (Gate *gate);
/* What the answer to GATE_ENTER sets. Caller frees. */
char *gate_cookie (const Gate *gate);

/* Of a request, as it came; NULL what it does not have. */
typedef struct {
  const char *method, *path; /* path without its query, not decoded */
  const char *host, *origin, *cookie;
  const char *fetch_site; /* Sec-Fetch-Site */
} GateRequest;

typedef enum {
  GATE_PASS,
  GATE_ENTER,     /* the token was right: give the cookie, and send it to the root */
  GATE_NO_METHOD, /* neither GET nor HEAD */
  GATE_NO_HOST,   /* asked under another name */
  GATE_NO_ORIGIN, /* asked by the page of somebody else */
  GATE_NO_KEY,    /* without cookie, token or secret, or with a wrong one */
  GATE_NO_PATH,   /* no path of a site: wrong escapes, controls, “..” */
} GateAnswer;

/* Whether the request may pass the door. `*path`, which the caller frees, is what is asked for,
 * decoded, without the slash and the secret before it; only when it may. From any thread. */
GateAnswer gate_ask (Gate *gate, GateDoor door, const GateRequest *request, char **path);

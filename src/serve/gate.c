/* SPDX-License-Identifier: MIT */
#include "serve/gate.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define SECRET_BYTES 16
#define MOST_PATH    2048

typedef char Secret[2 * SECRET_BYTES + 1];

struct Gate {
  char *hosts[GATE_N_DOORS];
  Secret key;                   /* in the cookie */
  char *prefixes[GATE_N_DOORS]; /* secret and a slash; NULL: the door wants none */
  GMutex lock;                  /* of the token */
  Secret token;                 /* "": used up */
};

static void
draw_secret (Secret secret)
{
  guint8 bytes[SECRET_BYTES];
  gsize n = 0;

  while (n < sizeof bytes) {
    ssize_t got = getrandom (bytes + n, sizeof bytes - n, 0);
    if (got < 0 && errno != EINTR)
      g_error ("the system has no random numbers: %s", g_strerror (errno));
    n += MAX (got, 0);
  }
  for (guint i = 0; i < sizeof bytes; i++)
    g_snprintf (secret + 2 * i, 3, "%02x", bytes[i]);
}

Gate *
gate_new (void)
{
  Gate *gate = g_new0 (Gate, 1);

  g_mutex_init (&gate->lock);
  draw_secret (gate->key);
  for (GateDoor door = GATE_SITE; door < GATE_N_DOORS; door++) {
    Secret secret;
    draw_secret (secret);
    gate->prefixes[door] = g_strconcat (secret, "/", NULL);
  }
  return gate;
}

void
gate_free (Gate *gate)
{
  if (gate == NULL)
    return;
  for (GateDoor door = 0; door < GATE_N_DOORS; door++) {
    g_free (gate->hosts[door]);
    g_free (gate->prefixes[door]);
  }
  g_mutex_clear (&gate->lock);
  g_free (gate);
}

void
gate_open (Gate *gate, GateDoor door, const char *host)
{
  g_free (gate->hosts[door]);
  gate->hosts[door] = g_strdup (host);
}

const char *
gate_host (const Gate *gate, GateDoor door)
{
  return gate->hosts[door];
}

const char *
gate_prefix (const Gate *gate, GateDoor door)
{
  return gate->prefixes[door];
}

char *
gate_new_address (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  draw_secret (gate->token);
  char *address = g_strdup_printf ("http://%s/%s", gate->hosts[GATE_DESK], gate->token);
  g_mutex_unlock (&gate->lock);
  return address;
}

/* Cookies know no ports: the name keeps two desks on one machine apart. */
static char *
cookie_name (const Gate *gate)
{
  const char *colon = strrchr (gate->hosts[GATE_DESK], ':');
  return g_strdup_printf ("loa-%s", colon ? colon + 1 : "80");
}

char *
gate_cookie (const Gate *gate)
{
  g_autofree char *name = cookie_name (gate);
  return g_strdup_printf ("%s=%s; Path=/; HttpOnly; SameSite=Strict", name, gate->key);
}

/* In a time that says nothing of where they differ. */
static gboolean
is_secret (const char *text, gsize length, const char *secret)
{
  guint8 difference = 0;

  if (length != strlen (secret) || length == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guint8) (text[i] ^ secret[i]);
  return difference == 0;
}

static gboolean
has_cookie (const Gate *gate, const char *cookies)
{
  g_autofree char *name = cookie_name (gate);
  g_auto (GStrv) all = g_strsplit (cookies ? cookies : "", ";", 64);
  gsize n = strlen (name);

  for (char **cookie = all; *cookie; cookie++) {
    const char *text = g_strstrip (*cookie);
    if (g_str_has_prefix (text, name) && text[n] == '='
        && is_secret (text + n + 1, strlen (text + n + 1), gate->key))
      return TRUE;
  }
  return FALSE;
}

/* TRUE when `path` is the token, which then is good no longer. */
static gboolean
take_token (Gate *gate, const char *path)
{
  g_mutex_lock (&gate->lock);
  gboolean is_right = is_secret (path, strlen (path), gate->token);
  if (is_right)
    *gate->token = '\0';
  g_mutex_unlock (&gate->lock);
  return is_right;
}

/* A page of the desk itself has asked, or nobody's. */
static gboolean
is_from_here (const Gate *gate, GateDoor door, const GateRequest *request)
{
  g_autofree char *own = g_strconcat ("http://", gate->hosts[door], NULL);

  if (request->origin && strcmp (request->origin, own) != 0)
    return door == GATE_SITE && strcmp (request->origin, "null") == 0; /* its frame has no origin */
  if (door != GATE_DESK || request->fetch_site == NULL)
    return TRUE;
  return strcmp (request->fetch_site, "same-origin") == 0
         || strcmp (request->fetch_site, "none") == 0;
}

static gboolean
has_dots (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (char **part = parts; *part; part++)
    if (strcmp (*part, ".") == 0 || strcmp (*part, "..") == 0)
      return TRUE;
  return FALSE;
}

/* Decoded once; what is asked for is looked up in a list as it then stands, so that nothing that
 * would mean something to the next who decodes it leads anywhere. */
static char *
decode_path (const char *path)
{
  g_autofree char *plain = g_uri_unescape_string (path, NULL);

  if (plain == NULL || !g_utf8_validate (plain, -1, NULL) || has_dots (plain))
    return NULL;
  for (const char *c = plain; *c; c++)
    if ((guchar) *c < ' ' || *c == 0x7F || *c == '\\')
      return NULL;
  return g_steal_pointer (&plain);
}

GateAnswer
gate_ask (Gate *gate, GateDoor door, const GateRequest *request, char **path)
{
  const char *asked = request->path;
  const char *prefix = gate->prefixes[door];

  *path = NULL;
  if (g_strcmp0 (request->method, "GET") != 0 && g_strcmp0 (request->method, "HEAD") != 0)
    return GATE_NO_METHOD;
  if (g_strcmp0 (request->host, gate->hosts[door]) != 0)
    return GATE_NO_HOST;
  if (asked == NULL || *asked != '/' || strlen (asked) > MOST_PATH)
    return GATE_NO_PATH;
  asked++;
  if (door == GATE_DESK && take_token (gate, asked))
    return GATE_ENTER;
  if (!is_from_here (gate, door, request))
    return GATE_NO_ORIGIN;
  gsize n = prefix ? strlen (prefix) : 0;
  if (prefix ? strlen (asked) < n || !is_secret (asked, n, prefix)
             : !has_cookie (gate, request->cookie))
    return GATE_NO_KEY;
  *path = decode_path (asked + n);
  return *path ? GATE_PASS : GATE_NO_PATH;
}

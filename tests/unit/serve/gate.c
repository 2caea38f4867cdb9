/* SPDX-License-Identifier: MIT */
#include "serve/gate.h"

#include "../support.h"

#define DESK "127.0.0.1:4000"
#define SITE "127.0.0.1:4001"

typedef struct {
  Gate *gate;
  char *cookie; /* as browsers send it */
} Open;

static void
open_clear (Open *open)
{
  gate_free (open->gate);
  g_free (open->cookie);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Open, open_clear)

static Open
open_gate (void)
{
  Open open = { gate_new (), NULL };

  gate_open (open.gate, GATE_DESK, DESK);
  gate_open (open.gate, GATE_SITE, SITE);
  open.cookie = gate_cookie (open.gate);
  *strchr (open.cookie, ';') = '\0';
  return open;
}

static GateAnswer
ask (const Open *open, GateDoor door, GateRequest request, char **path)
{
  g_autofree char *own = NULL;

  if (request.method == NULL)
    request.method = "GET";
  if (request.host == NULL)
    request.host = gate_host (open->gate, door);
  return gate_ask (open->gate, door, &request, path ? path : &own);
}

/* Good once, and not before it was drawn. */
static void
test_token (void)
{
  g_auto (Open) open = open_gate ();

  g_assert_cmpint (ask (&open, GATE_DESK, (GateRequest){ .path = "/" }, NULL), ==, GATE_NO_KEY);
  g_autofree char *first = gate_new_address (open.gate);
  g_autofree char *second = gate_new_address (open.gate);
  g_assert_true (g_str_has_prefix (first, "http://" DESK "/"));
  const char *old = first + strlen ("http://" DESK), *token = second + strlen ("http://" DESK);
  g_assert_cmpint (ask (&open, GATE_DESK, (GateRequest){ .path = old }, NULL), ==, GATE_NO_KEY);
  g_assert_cmpint (ask (&open, GATE_SITE, (GateRequest){ .path = token }, NULL), ==, GATE_NO_KEY);
  g_assert_cmpint (
    ask (&open, GATE_DESK, (GateRequest){ .path = token, .host = "evil.example:4000" }, NULL), ==,
    GATE_NO_HOST);
  g_assert_cmpint (ask (&open, GATE_DESK, (GateRequest){ .path = token }, NULL), ==, GATE_ENTER);
  g_assert_cmpint (ask (&open, GATE_DESK, (GateRequest){ .path = token }, NULL), ==, GATE_NO_KEY);
}

static void
test_cookie (void)
{
  g_auto (Open) open = open_gate ();
  g_autofree char *among = g_strdup_printf ("a=b; %s; c=d", open.cookie);
  g_autofree char *longer = g_strconcat (open.cookie, "0", NULL);
  g_autofree char *other = g_strdup (open.cookie);
  other[strlen (other) - 1] = other[strlen (other) - 1] == '0' ? '1' : '0';
  const struct {
    const char *cookie;
    GateAnswer answer;
  } rows[] = {
    { open.cookie, GATE_PASS }, { among, GATE_PASS },         { longer, GATE_NO_KEY },
    { other, GATE_NO_KEY },     { "loa-4000=", GATE_NO_KEY }, { "loa-4000", GATE_NO_KEY },
    { "", GATE_NO_KEY },        { NULL, GATE_NO_KEY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (
      ask (&open, GATE_DESK, (GateRequest){ .path = "/", .cookie = rows[i].cookie }, NULL), ==,
      rows[i].answer);
  g_autofree char *set = gate_cookie (open.gate);
  g_assert_nonnull (strstr (set, "; HttpOnly"));
  g_assert_nonnull (strstr (set, "; SameSite=Strict"));
}

/* Even with the cookie: from elsewhere nothing is given. */
static void
test_where_from (void)
{
  g_auto (Open) open = open_gate ();
  const struct {
    GateRequest request;
    GateAnswer answer;
  } rows[] = {
    { { .host = DESK }, GATE_PASS },
    { { .host = "localhost:4000" }, GATE_NO_HOST },
    { { .host = "127.0.0.1" }, GATE_NO_HOST },
    { { .host = "127.0.0.1:4001" }, GATE_NO_HOST },
    { { .host = "127.0.0.1:4000.evil.example" }, GATE_NO_HOST },
    { { .host = "evil.example" }, GATE_NO_HOST },
    { { .origin = "http://" DESK }, GATE_PASS },
    { { .origin = "https://" DESK }, GATE_NO_ORIGIN },
    { { .origin = "http://" SITE }, GATE_NO_ORIGIN },
    { { .origin = "null" }, GATE_NO_ORIGIN },
    { { .origin = "http://evil.example" }, GATE_NO_ORIGIN },
    { { .fetch_site = "same-origin" }, GATE_PASS },
    { { .fetch_site = "none" }, GATE_PASS },
    { { .fetch_site = "same-site" }, GATE_NO_ORIGIN },
    { { .fetch_site = "cross-site" }, GATE_NO_ORIGIN },
    { { .method = "HEAD" }, GATE_PASS },
    { { .method = "POST" }, GATE_NO_METHOD },
    { { .method = "PUT" }, GATE_NO_METHOD },
    { { .method = "OPTIONS" }, GATE_NO_METHOD },
    { { .method = "get" }, GATE_NO_METHOD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GateRequest request = rows[i].request;
    request.path = "/";
    request.cookie = open.cookie;
    g_assert_cmpint (ask (&open, GATE_DESK, request, NULL), ==, rows[i].answer);
  }
  GateRequest without_host = { .method = "GET", .path = "/", .cookie = open.cookie };
  g_autofree char *path = NULL;
  g_assert_cmpint (gate_ask (open.gate, GATE_DESK, &without_host, &path), ==, GATE_NO_HOST);
}

/* Of the site: the secret, then the path, decoded once. */
static void
test_path (void)
{
  static const struct {
    const char *asked, *path; /* NULL: no path of a site */
  } rows[] = {
    { "", "" },
    { "a/b.html", "a/b.html" },
    { "%E1%BA%A2nh.png", "Ảnh.png" },
    { "100%25.pdf", "100%.pdf" },
    { "%252e%252e/x", "%2e%2e/x" }, /* a name in a list, and none there */
    { "../x", NULL },
    { "a/../../x", NULL },
    { "%2e%2e/x", NULL },
    { "%2E%2e%2fx", NULL },
    { "a/..", NULL },
    { "./a", NULL },
    { "..%5Cx", NULL },
    { "a\\b", NULL },
    { "a%00b", NULL },
    { "a%0Ab", NULL },
    { "a%zz", NULL },
    { "a%", NULL },
    { "%C0%AE%C0%AE/x", NULL }, /* “..”, written longer than it is */
    { "%FF", NULL },
  };
  g_auto (Open) open = open_gate ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *asked =
      g_strconcat ("/", gate_prefix (open.gate, GATE_SITE), rows[i].asked, NULL);
    g_autofree char *path = NULL;
    GateAnswer answer = ask (&open, GATE_SITE, (GateRequest){ .path = asked }, &path);
    g_assert_cmpint (answer, ==, rows[i].path ? GATE_PASS : GATE_NO_PATH);
    g_assert_cmpstr (path, ==, rows[i].path);
  }
}

static void
test_secret (void)
{
  g_auto (Open) open = open_gate ();
  const char *prefix = gate_prefix (open.gate, GATE_SITE);
  g_autofree char *right = g_strconcat ("/", prefix, "a.html", NULL);
  g_autofree char *short_one = g_strndup (right, 20);
  g_autofree char *no_slash = g_strndup (right, strlen (prefix));
  g_autofree char *other = g_strconcat ("/", gate_prefix (open.gate, GATE_LAN), "a.html", NULL);
  g_autofree char *shifted = g_strconcat ("//", prefix, "a.html", NULL);

  g_assert_cmpint (ask (&open, GATE_SITE, (GateRequest){ .path = right }, NULL), ==, GATE_PASS);
  g_assert_cmpint (ask (&open, GATE_SITE, (GateRequest){ .path = right, .origin = "null" }, NULL),
                   ==, GATE_PASS);
  g_assert_cmpint (
    ask (&open, GATE_SITE, (GateRequest){ .path = right, .origin = "http://evil.example" }, NULL),
    ==, GATE_NO_ORIGIN);
  const char *wrong[] = { short_one, no_slash, other, shifted, "/", "/a.html" };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (
      ask (&open, GATE_SITE, (GateRequest){ .path = wrong[i], .cookie = open.cookie }, NULL), ==,
      GATE_NO_KEY);
  g_autofree char *long_path = g_strnfill (5000, 'a');
  *long_path = '/';
  g_assert_cmpint (ask (&open, GATE_SITE, (GateRequest){ .path = long_path }, NULL), ==,
                   GATE_NO_PATH);
  g_assert_cmpint (ask (&open, GATE_SITE, (GateRequest){ .path = "http://a/" }, NULL), ==,
                   GATE_NO_PATH);
  g_auto (Open) another = open_gate ();
  g_assert_cmpstr (gate_prefix (another.gate, GATE_SITE), !=, prefix);
  g_assert_cmpstr (another.cookie, !=, open.cookie);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serve/gate/token", test_token);
  g_test_add_func ("/serve/gate/cookie", test_cookie);
  g_test_add_func ("/serve/gate/where-from", test_where_from);
  g_test_add_func ("/serve/gate/path", test_path);
  g_test_add_func ("/serve/gate/secret", test_secret);
  return g_test_run ();
}

/* SPDX-License-Identifier: MIT */
#include "online/visit.h"

#include <arpa/inet.h>

static void
test_status (void)
{
  g_assert_cmpint (visit_of_status (200), ==, VISIT_GOOD);
  g_assert_cmpint (visit_of_status (403), ==, VISIT_GOOD);
  g_assert_cmpint (visit_of_status (404), ==, VISIT_GONE);
  g_assert_cmpint (visit_of_status (410), ==, VISIT_GONE);
  g_assert_cmpint (visit_of_status (429), ==, VISIT_GOOD);
  g_assert_cmpint (visit_of_status (503), ==, VISIT_SILENT);
  g_assert_cmpint (visit_of_status (0), ==, VISIT_SILENT);
}

static gboolean
is_public (const char *text)
{
  struct sockaddr_in v4 = { .sin_family = AF_INET };
  struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };

  if (inet_pton (AF_INET, text, &v4.sin_addr) == 1)
    return visit_is_public ((struct sockaddr *) &v4);
  g_assert_cmpint (inet_pton (AF_INET6, text, &v6.sin6_addr), ==, 1);
  return visit_is_public ((struct sockaddr *) &v6);
}

static void
test_addresses (void)
{
  static const char *const inner[]
    = { "0.0.0.0",     "10.1.2.3",        "100.64.0.1", "127.0.0.1",        "169.254.169.254",
        "172.16.0.1",  "172.31.255.255",  "192.168.1.1", "192.0.0.8",       "198.18.0.1",
        "224.0.0.1",   "255.255.255.255", "::1",        "::",               "fe80::1",
        "fc00::1",     "fd12::1",         "ff02::1",    "::ffff:127.0.0.1", "::ffff:10.0.0.1" };
  static const char *const outer[]
    = { "8.8.8.8",     "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
        "192.167.0.1", "192.169.0.1",    "203.162.0.1", "198.20.0.1", "2405:4800::1",
        "::ffff:8.8.8.8" };

  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    if (is_public (inner[i]))
      g_error ("%s is no address of others", inner[i]);
  for (guint i = 0; i < G_N_ELEMENTS (outer); i++)
    if (!is_public (outer[i]))
      g_error ("%s is an address of others", outer[i]);
  struct sockaddr other = { .sa_family = AF_UNIX };
  g_assert_false (visit_is_public (&other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/online/visit/status", test_status);
  g_test_add_func ("/online/visit/addresses", test_addresses);
  return g_test_run ();
}

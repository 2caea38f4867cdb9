/* SPDX-License-Identifier: MIT */
#include "load/leftover.h"

#include <string.h>

#define ANY (LEFTOVER_LINE | LEFTOVER_BLOCK)

/* What is found first, and where it may stand. */
static void
test_find (void)
{
  static const struct {
    const char *text;
    guint place;
    const char *found;
  } rows[] = {
    { "a **b", 0, "**" },
    { "a * b ** c", 0, "**" },
    { "a*b_c", ANY, NULL },
    { "##a", LEFTOVER_LINE, "##" },
    { "######a", ANY, "######" },
    { "#######a", ANY, NULL },
    { "#TuầnLễ", ANY, NULL },
    { "## a", ANY, NULL },
    { "##", ANY, NULL },
    { "##a", 0, NULL },
    { ":::a", LEFTOVER_LINE, ":::" },
    { "a:::b", ANY, NULL },
    { "::a", ANY, NULL },
    { ":::", 0, NULL },
    { "| a |", ANY, "|" },
    { "| a |", LEFTOVER_LINE, NULL },
    { "|a", ANY, NULL },
    { "a | b", ANY, NULL },
    { "a\tb", 0, "\t" },
    { "a {#b} c", 0, "{#b}" },
    { "a {.b}", 0, "{.b}" },
    { "{a} {# b} {#c", 0, NULL },
    { "{a} {#b}", 0, "{#b}" },
    { "a[^1].", 0, "[^1]" },
    { "[^] [^a b]", 0, NULL },
    { "[a](b c)", 0, "](" },
    { "[a] (b)", 0, NULL },
    { "m^2^", 0, "^2^" },
    { "a^b", 0, NULL },
    { "a ^ b ^ c", 0, NULL },
    { "a^^b", 0, NULL },
    { "==a b==", 0, "==a b==" },
    { "a == b == c", 0, NULL },
    { "a ==== b", 0, NULL },
    /* The first of several. */
    { "m^2^ **a", 0, "^2^" },
    { "**a m^2^", 0, "**" },
    { "", ANY, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *fault = NULL, *advice = NULL;
    gsize length = 0;
    const char *found = leftover_find (rows[i].text, rows[i].place, &length, &fault, &advice);
    g_autofree char *markup = found ? g_strndup (found, length) : NULL;
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (markup, ==, rows[i].found);
    g_assert_true (!found == !fault && !found == !advice);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leftover/find", test_find);
  return g_test_run ();
}

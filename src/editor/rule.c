/* SPDX-License-Identifier: MIT */
#include "editor/rule.h"

#include "base/i18n.h"

#include <string.h>

#define E REPORT_ERROR
#define W REPORT_WARNING
#define N REPORT_NOTE

/* Sorted by code within its area. A code that is given up stays away for good. */
static const Rule rules[] = {
#include "editor/rules.inc"
};

/* What the build says by itself: its messages, as they are in the sources (tests/docs holds them
 * against each other). */
static const struct {
  const char *code, *message;
} said[] = {
#include "editor/said.inc"
};

const char rule_other_code[] = "BUILD";

const Rule *
rule_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_ascii_strcasecmp (rules[i].code, code) == 0)
      return &rules[i];
  return NULL;
}

const Rule *
rule_next (const Rule *rule)
{
  const Rule *next = rule ? rule + 1 : rules;
  return next < rules + G_N_ELEMENTS (rules) ? next : NULL;
}

/* “%s has %u pages” → “* has * pages”. A glob that a text of any values fits. */
static char *
pattern_of (const char *message)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = message; *p; p++) {
    if (*p != '%') {
      g_string_append_c (pattern, *p);
      continue;
    }
    p += 1 + strspn (p + 1, "0123456789$.-");
    g_string_append_c (pattern, *p == '%' ? '%' : '*');
  }
  return g_string_free (pattern, FALSE);
}

/* Made once, in the language the program has by then. */
static GPatternSpec *const *
get_patterns (void)
{
  static GPatternSpec *patterns[G_N_ELEMENTS (said)];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready)) {
    for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
      g_autofree char *pattern = pattern_of (_ (said[i].message));
      patterns[i] = g_pattern_spec_new (pattern);
    }
    g_once_init_leave (&is_ready, 1);
  }
  return patterns;
}

const char *
rule_code_of_text (const char *text)
{
  GPatternSpec *const *patterns = get_patterns ();

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_pattern_spec_match_string (patterns[i], text))
      return said[i].code;
  return NULL;
}

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

const char *
rule_code_of_message (const char *message)
{
  for (guint i = 0; message && i < G_N_ELEMENTS (said); i++)
    if (strcmp (_ (said[i].message), message) == 0)
      return said[i].code;
  return NULL;
}

/* SPDX-License-Identifier: MIT */
/* For the tests of the recognisers: lines, what is said for them, and how often that is reported.
 */
#pragma once

#include "load/builtin.h"
#include "speech/speech.h"

#include <string.h>

typedef struct {
  const char *written, *spoken;
  guint n_warnings;
} SayRow;

static void
say_rows (const SayRow *rows, guint n, const Reading *reading)
{
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Report) silence = report_new ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, NULL, NULL, silence);

  for (guint i = 0; i < n; i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.txt", rows[i].written, -1);
    g_autoptr (Speech) speech = speech_new (lexicon, reading, source, report);
    g_autoptr (GString) out = g_string_new (NULL);
    speech_learn (speech, rows[i].written, strlen (rows[i].written));
    speech_say_line (speech, rows[i].written, strlen (rows[i].written), (Place){ 1, 1 }, out);
    g_assert_cmpstr (out->str, ==, rows[i].spoken);
    g_assert_cmpuint (report_n_warnings (report), ==, rows[i].n_warnings);
    g_assert_cmpuint (report_n_errors (report), ==, 0);
  }
}

#define SAY_ROWS(rows) say_rows (rows, G_N_ELEMENTS (rows), NULL)

/* SPDX-License-Identifier: MIT */
#include "write/failure.h"

#include "base/i18n.h"

#include <errno.h>

typedef struct {
  int code;
  const char *advice;
} Advice;

static const Advice advices[] = {
  { ENOSPC, N_ ("free some space, then run this again; the site is as it was") },
  { EDQUOT, N_ ("free some of your space, then run this again; the site is as it was") },
  { EFBIG, N_ ("raise the limit on the size of files; the site is as it was") },
  { EROFS, N_ ("name a folder on another disk with -o") },
  { EACCES, N_ ("ask for the right to write there, or name another folder with -o") },
  { EPERM, N_ ("ask for the right to write there, or name another folder with -o") },
  { ENAMETOOLONG, N_ ("give the document or its folder a shorter name") },
  { EMFILE, N_ ("too many files are open; close other programs, then run this again") },
  { EIO,
    N_ ("the disk has a fault: save what is on it, and name a folder on another disk with -o") },
  { EBUSY, N_ ("something is mounted there; name a folder inside it with -o") },
  { EXDEV, N_ ("something is mounted there; name a folder inside it with -o") },
};

G_DEFINE_QUARK (loa - writer - error, writer_error)

static const char *
advice_for (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    if (advices[i].code == code)
      return _ (advices[i].advice);
  return NULL;
}

gboolean
failure_set (GError **error, int code, const char *format, ...)
{
  va_list arguments;
  if (code == ECANCELED)
    return failure_set_interrupted (error);
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  const char *advice = advice_for (code);
  g_set_error (error, WRITER_ERROR, WRITER_ERROR_SYSTEM, "%s: %s%s%s", what, g_strerror (code),
               advice ? "; " : "", advice ? advice : "");
  return FALSE;
}

gboolean
failure_set_folder (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, WRITER_ERROR, WRITER_ERROR_FOLDER, message);
  return FALSE;
}

char *
failure_list (const GPtrArray *lines)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < MIN (lines->len, FAILURE_MOST_LISTED); i++)
    g_string_append_printf (list, "\n  %s", (const char *) lines->pdata[i]);
  if (lines->len > FAILURE_MOST_LISTED) {
    guint n_more = lines->len - FAILURE_MOST_LISTED;
    g_string_append (list, "\n  ");
    g_string_append_printf (list, ngettext ("and %u more", "and %u more", n_more), n_more);
  }
  return g_string_free (list, FALSE);
}

gboolean
failure_set_clashes (GError **error, const char *heading, const GPtrArray *lines,
                     const char *advice)
{
  g_autofree char *list = failure_list (lines);
  g_set_error (error, WRITER_ERROR, WRITER_ERROR_CLASH, "%s%s\n%s", heading, list, advice);
  return FALSE;
}

gboolean
failure_set_interrupted (GError **error)
{
  g_set_error_literal (error, WRITER_ERROR, WRITER_ERROR_INTERRUPTED,
                       _ ("interrupted; the site is as it was"));
  return FALSE;
}

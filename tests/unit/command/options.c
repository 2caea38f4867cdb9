/* SPDX-License-Identifier: MIT */
#include "command/options.h"

#include "../support.h"
#include "command/command.h"

typedef struct {
  int n;
  gboolean is_set;
  char *out;
} Values;

/* Parses a command line, words separated by blanks, for a command that takes one or two arguments:
 * "n=4 set=0 out=- | a b", or "wrong". Caller frees. */
static char *
parse (const char *line)
{
  Values values = { 0 };
  const GOptionEntry entries[] = {
    { "number", 'n', 0, G_OPTION_ARG_INT, &values.n, "how many", "N" },
    { "set", 's', 0, G_OPTION_ARG_NONE, &values.is_set, "whether", NULL },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &values.out, "where to", "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char **argv = g_memdup2 (words, (g_strv_length (words) + 1) * sizeof *words);
  char **rest = argv;
  int argc = g_strv_length (words);
  GString *out = g_string_new (NULL);

  if (!options_parse (entries, "A [B]", "Does it.", 1, 2, &argc, &rest)) {
    g_free (values.out);
    g_string_assign (out, "wrong");
    return g_string_free (out, FALSE);
  }
  g_string_printf (out, "n=%d set=%d out=%s |", values.n, values.is_set,
                   values.out ? values.out : "-");
  for (int i = 1; i < argc; i++)
    g_string_append_printf (out, " %s", rest[i]);
  g_assert_null (rest[argc]);
  g_free (values.out);
  return g_string_free (out, FALSE);
}

static void
test_lines (void)
{
  static const struct {
    const char *line, *parsed;
  } rows[] = {
    { "do a", "n=0 set=0 out=- | a" },
    { "do a b", "n=0 set=0 out=- | a b" },
    { "do -n 4 a", "n=4 set=0 out=- | a" },
    { "do -n4 a", "n=4 set=0 out=- | a" },
    { "do a -n4 -ox.pdf", "n=4 set=0 out=x.pdf | a" },
    { "do --number=4 -s a", "n=4 set=1 out=- | a" },
    { "do -- -n4", "n=0 set=0 out=- | -n4" },
    { "do -n4 -- a -o", "n=4 set=0 out=- | a -o" },
    { "do -- a --", "n=0 set=0 out=- | a --" },
    { "do a -", "n=0 set=0 out=- | a -" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *parsed = parse (rows[i].line);
    g_test_message ("%s", rows[i].line);
    g_assert_cmpstr (parsed, ==, rows[i].parsed);
  }
}

/* What is wrong is said with the way to get help. */
static void
test_wrong (void)
{
  static const struct {
    const char *line, *said;
  } rows[] = {
    { "do", "*loa: do: something is missing after*loa do*Try*loa help do*" },
    { "do a b c", "*loa: do: *c*is one argument too many*Try*" },
    { "do -x a", "*loa: *-x*Try*" },
    { "do -nx a", "*loa: *x*Try*" },
    { "do a -n", "*loa: *Try*" },
  };

  if (g_test_subprocess ()) {
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      g_autofree char *parsed = parse (rows[i].line);
      g_assert_cmpstr (parsed, ==, "wrong");
    }
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_trap_assert_stderr (rows[i].said);
}

static void
test_help (void)
{
  if (g_test_subprocess ()) {
    G_GNUC_UNUSED g_autofree char *parsed = parse ("do --help");
    g_assert_not_reached ();
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*Usage:*loa do*A ?B]*Does it.*Options:*-n, --number=N*how many*");
}

/* A misspelt name is wrong use, a folder that cannot be read is not. */
static void
test_complain_site (void)
{
  static const struct {
    int code, status;
  } rows[] = { { G_FILE_ERROR_NOENT, EXIT_USAGE }, { G_FILE_ERROR_ACCES, EXIT_SYSTEM } };

  if (g_test_subprocess ()) {
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      g_autoptr (GError) error = g_error_new (G_FILE_ERROR, rows[i].code, "no 100%% site");
      g_assert_cmpint (complain_site (error), ==, rows[i].status);
    }
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("loa: no 100% site\nloa: no 100% site\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/options/lines", test_lines);
  g_test_add_func ("/options/wrong", test_wrong);
  g_test_add_func ("/options/help", test_help);
  g_test_add_func ("/options/complain-site", test_complain_site);
  return g_test_run ();
}

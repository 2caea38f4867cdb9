/* SPDX-License-Identifier: MIT */
/* loa template: the built-in templates, to be copied and changed. */
#include "command/command.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "command/options.h"
#include "load/builtin.h"

#include <string.h>

#define ENDING ".mustache"

/* As it is written in a template: “web/base”, “print/letter.css”. */
static void
shorten (char *file)
{
  if (g_str_has_suffix (file, ENDING))
    file[strlen (file) - strlen (ENDING)] = '\0';
}

static int
print_one (const char *name, char **names)
{
  const char *bare = g_str_has_prefix (name, "templates/") ? name + strlen ("templates/") : name;
  g_autofree char *short_name = g_strdup (bare);
  shorten (short_name);
  const char *ending = strrchr (short_name, '.') ? "" : ENDING;
  g_autofree char *path = g_strconcat ("templates/", short_name, ending, NULL);
  g_autoptr (Source) source = builtin_source (path);

  if (source) {
    fwrite (source->text, 1, source->length, stdout);
    return EXIT_GOOD;
  }
  const char *nearest = suggest_word (short_name, (const char *const *) names);
  if (nearest)
    complain (_ ("there is no template “%s”; did you mean “%s”?"), short_name, nearest);
  else
    complain (_ ("there is no template “%s”; “loa template” lists them"), short_name);
  return EXIT_USAGE;
}

int
command_template (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };

  if (!options_parse (entries, N_ ("[NAME]"),
                      N_ ("Lists the built-in templates, or prints the one called NAME, such as "
                          "“web/base”.\n"
                          "A file of the same name in templates/ of a site takes its place."),
                      0, 1, &argc, &argv))
    return EXIT_USAGE;
  g_auto (GStrv) names = builtin_template_files ();
  for (char **name = names; *name; name++)
    shorten (*name);
  if (argc > 1)
    return print_one (argv[1], names);
  for (char **name = names; *name; name++)
    printf ("%s\n", *name);
  return EXIT_GOOD;
}

/* SPDX-License-Identifier: MIT */
/* loa doctor: what this machine lacks, and what it means for what is made on it. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/options.h"
#include "picture/photo.h"
#include "print/system_fonts.h"

#include <errno.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

typedef enum {
  HEALTH_GOOD,
  HEALTH_LESS, /* something is done less well, or not at all */
  HEALTH_BAD   /* what is made is not what it should be */
} Health;

typedef struct {
  const char *name; /* to be translated, like the others */
  Health (*look) (const char *site);
  const char *lacking; /* what it means when it is missing, and what to do */
} Check;

static Health
any_font (const char *const *families, Health otherwise)
{
  for (; *families; families++)
    if (system_fonts_have (*families))
      return HEALTH_GOOD;
  return otherwise;
}

static Health
look_at_serif (G_GNUC_UNUSED const char *site)
{
  return any_font ((const char *const[]){ "Times New Roman", "Liberation Serif", NULL },
                   HEALTH_BAD);
}

static Health
look_at_sans (G_GNUC_UNUSED const char *site)
{
  return any_font ((const char *const[]){ "Be Vietnam Pro", "Noto Sans", "Liberation Sans", NULL },
                   HEALTH_BAD);
}

static Health
look_at_symbols (G_GNUC_UNUSED const char *site)
{
  return any_font ((const char *const[]){ "Symbola", "DejaVu Sans", "Noto Sans Symbols2", NULL },
                   HEALTH_LESS);
}

static Health
look_at_photos (G_GNUC_UNUSED const char *site)
{
  return photo_is_possible () ? HEALTH_GOOD : HEALTH_BAD;
}

static Health
look_at_letters (G_GNUC_UNUSED const char *site)
{
  return strcmp (nl_langinfo (CODESET), "UTF-8") == 0 ? HEALTH_GOOD : HEALTH_LESS;
}

/* TRUE when messages come in the language that was asked for. */
static Health
look_at_language (G_GNUC_UNUSED const char *site)
{
  const char *wanted = g_getenv ("LANGUAGE");

  if (wanted == NULL || *wanted == '\0')
    wanted = g_getenv ("LANG");
  gboolean wants_vietnamese = wanted && g_str_has_prefix (wanted, "vi");
  return wants_vietnamese && strcmp (_ ("en"), "vi") != 0 ? HEALTH_LESS : HEALTH_GOOD;
}

static Health
look_at_browser (G_GNUC_UNUSED const char *site)
{
  g_autofree char *found = g_find_program_in_path ("xdg-open");
  return found ? HEALTH_GOOD : HEALTH_LESS;
}

/* A clock that was never set dates letters wrongly. */
static Health
look_at_clock (G_GNUC_UNUSED const char *site)
{
  return g_get_real_time () / G_USEC_PER_SEC > 1767225600 ? HEALTH_GOOD : HEALTH_BAD; /* 2026 */
}

static Health
look_at_room (const char *site)
{
  struct statvfs about;

  if (statvfs (site, &about) < 0)
    return HEALTH_LESS;
  return (guint64) about.f_bavail * about.f_frsize > 200 * 1024 * 1024 ? HEALTH_GOOD : HEALTH_LESS;
}

static Health
look_at_writing (const char *site)
{
  return access (site, W_OK) == 0 ? HEALTH_GOOD : HEALTH_BAD;
}

static Health
look_at_watching (G_GNUC_UNUSED const char *site)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents ("/proc/sys/fs/inotify/max_user_watches", &text, NULL, NULL))
    return HEALTH_LESS;
  return g_ascii_strtoull (text, NULL, 10) >= 1024 ? HEALTH_GOOD : HEALTH_LESS;
}

static const Check checks[] = {
  { N_ ("letters with serifs (Times New Roman, Liberation Serif)"), look_at_serif,
    N_ ("official letters come out in another face than the decree asks for; install "
        "fonts-liberation2") },
  { N_ ("letters without serifs (Noto Sans)"), look_at_sans,
    N_ ("leaflets, posters and scripts come out in whatever face there is, and texts may not fit; "
        "install fonts-noto-core") },
  { N_ ("symbols (Symbola)"), look_at_symbols,
    N_ ("arrows, boxes and emoji in texts may be missing on paper; install fonts-symbola") },
  { N_ ("photos (libvips)"), look_at_photos,
    N_ ("a site with photos cannot be made; install libvips42") },
  { N_ ("letters of the terminal (UTF-8)"), look_at_letters,
    N_ ("messages show “?” for Vietnamese letters; set LANG=C.UTF-8 or vi_VN.UTF-8") },
  { N_ ("language of messages"), look_at_language,
    N_ ("messages are in English although Vietnamese was asked for; install loa with its messages "
        "(make install)") },
  { N_ ("a browser to be opened (xdg-open)"), look_at_browser,
    N_ ("“loa serve --open” opens nothing: copy the address it prints; install xdg-utils") },
  { N_ ("the clock"), look_at_clock,
    N_ ("dates of documents and what is due are wrong; set the clock of the machine") },
  { N_ ("room on the disk"), look_at_room,
    N_ ("less than 200 MB are free: a build keeps the old site until the new one is whole") },
  { N_ ("the folder may be written to"), look_at_writing,
    N_ ("nothing can be made here; use a folder of your own") },
  { N_ ("changes of files are told (inotify)"), look_at_watching,
    N_ ("“loa serve” notices what you save up to three seconds later") },
};

static Health
print_check (const Check *check, const char *site)
{
  static const char *const marks[] = {
    [HEALTH_GOOD] = N_ ("good"), [HEALTH_LESS] = N_ ("less"), [HEALTH_BAD] = N_ ("missing")
  };
  Health health = check->look (site);
  int width = 8 - (int) g_utf8_strlen (_ (marks[health]), -1);

  printf ("%s%*s %s\n", _ (marks[health]), MAX (width, 0), "", _ (check->name));
  if (health != HEALTH_GOOD)
    printf ("         = %s\n", _ (check->lacking));
  return health;
}

int
command_doctor (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  guint counts[HEALTH_BAD + 1] = { 0 };

  if (!options_parse (entries, N_ ("[SITE]"),
                      N_ ("Says what this machine lacks for the site in folder SITE (default: this "
                          "folder), and what that means for what is made on it."),
                      0, 1, &argc, &argv))
    return EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    counts[print_check (&checks[i], argc > 1 ? argv[1] : ".")]++;
  if (counts[HEALTH_BAD] > 0)
    printf (_ ("Something is missing without which what is made here is not as it should be.\n"));
  else if (counts[HEALTH_LESS] > 0)
    printf (_ ("Everything is made as it should be; some things are less convenient.\n"));
  else
    printf (_ ("Everything is there.\n"));
  return counts[HEALTH_BAD] > 0 ? EXIT_SYSTEM : EXIT_GOOD;
}

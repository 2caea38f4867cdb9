/* SPDX-License-Identifier: MIT */
#include "load/look.h"

#include "base/i18n.h"
#include "load/offices.h"
#include "model/palette.h"

#include <string.h>

/* Grounds and inks as in templates/web/style.css, when the site says nothing of them. */
#define USUAL_INK    "#1b1b1b"
#define USUAL_LINK   "#1d4f91"
#define USUAL_GROUND "#ffffff"
#define USUAL_WASH   "#f5f2ec"

typedef struct {
  const char *theme;
  const char *accent, *link, *ink, *ground, *wash, *line;
  const char *width, *text_width, *size;
  const char *const *fonts; /* or NULL */
} Said;

/* const char *: “70rem” */
static void
read_length (RecordReader *reader, const YamlNode *node, gpointer target)
{
  char *end;

  if (!record_expect_text (reader, node))
    return;
  double length = g_ascii_strtod (node->text, &end);
  if (length > 0 && g_ascii_isdigit (*node->text)
      && (strcmp (end, "rem") == 0 || strcmp (end, "em") == 0 || strcmp (end, "px") == 0))
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place, _ ("write 70rem, or 1120px"),
                  _ ("“%s” is not a length"), node->text);
}

/* A name goes into the style sheet between quotation marks. */
static gboolean
is_font_name (const char *name)
{
  return *name && strpbrk (name, "\"'\\<>{};\n") == NULL;
}

/* const char *const *: names, the best first */
static void
read_fonts (RecordReader *reader, const YamlNode *node, gpointer target)
{
  const char *const *fonts = NULL;

  read_texts (reader, node, &fonts);
  for (guint i = 0; fonts && fonts[i]; i++)
    if (!is_font_name (fonts[i])) {
      report_error (reader->report, reader->source, node->place,
                    _ ("write it as the font calls itself: Be Vietnam Pro"),
                    _ ("“%s” is not the name of a font"), fonts[i]);
      return;
    }
  *(const char *const **) target = fonts;
}

static gboolean
is_theme (const char *path)
{
  const char *name = path + strlen (LOOK_THEMES);
  return *name && name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_")] == '\0';
}

/* const char *: a folder of the site */
static void
read_theme (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  if (g_str_has_prefix (node->text, LOOK_THEMES) && is_theme (node->text))
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place,
                  _ ("write themes/ and the name of its folder: themes/tinh"),
                  _ ("“%s” cannot be the folder of a theme"), node->text);
}

#define SAID(name) G_STRUCT_OFFSET (Said, name)

static const Field fields[] = {
  { "theme", "chủ đề", read_theme, SAID (theme), 0, 0 },
  { "colour", "màu", read_colour, SAID (accent), 0, 0 },
  { "link", "màu liên kết", read_any_colour, SAID (link), 0, 0 },
  { "ink", "màu chữ", read_any_colour, SAID (ink), 0, 0 },
  { "ground", "màu nền", read_any_colour, SAID (ground), 0, 0 },
  { "wash", "màu nền phụ", read_any_colour, SAID (wash), 0, 0 },
  { "line", "màu kẻ", read_any_colour, SAID (line), 0, 0 },
  { "width", "bề rộng", read_length, SAID (width), 0, 0 },
  { "text_width", "bề rộng chữ", read_length, SAID (text_width), 0, 0 },
  { "font", "phông chữ", read_fonts, SAID (fonts), 0, 0 },
  { "size", "cỡ chữ", read_length, SAID (size), 0, 0 },
};

static void
check_contrast (RecordReader *reader, Place place, const char *on, const char *ground)
{
  double contrast = colour_contrast (on, ground);

  if (contrast < READABLE_CONTRAST)
    report_error (reader->report, reader->source, place, _ ("choose colours further apart"),
                  _ ("the contrast of “%s” on “%s” is %.1f, at least 4.5 is needed to be read"), on,
                  ground, contrast);
}

static void
check_colours (RecordReader *reader, Place place, const Said *said)
{
  const char *const inks[] = { said->ink ? said->ink : USUAL_INK,
                               said->link ? said->link : USUAL_LINK };
  const char *const grounds[] = { said->ground ? said->ground : USUAL_GROUND,
                                  said->wash ? said->wash : USUAL_WASH };

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
      check_contrast (reader, place, inks[i], grounds[j]);
  /* Slogans are written in it. */
  if (said->accent)
    check_contrast (reader, place, said->accent, grounds[0]);
}

static void
add_property (GString *rules, const char *name, const char *value)
{
  if (value)
    g_string_append_printf (rules, "  %s: %s;\n", name, value);
}

/* The usual ones stay behind them, for who does not have these. */
static void
add_fonts (GString *rules, const char *const *fonts)
{
  if (fonts == NULL)
    return;
  g_string_append (rules, "  --sans: ");
  for (; *fonts; fonts++)
    g_string_append_printf (rules, "\"%s\", ", *fonts);
  g_string_append (rules, "system-ui, sans-serif;\n");
}

static const char *
rules_of (Arena *arena, const Said *said)
{
  g_autoptr (GString) rules = g_string_new (NULL);

  add_property (rules, "--accent", said->accent);
  add_property (rules, "--link", said->link);
  add_property (rules, "--ink", said->ink);
  add_property (rules, "--ground", said->ground);
  add_property (rules, "--wash", said->wash);
  add_property (rules, "--line", said->line);
  add_property (rules, "--page-width", said->width);
  add_property (rules, "--text-width", said->text_width);
  add_property (rules, "--size", said->size);
  add_fonts (rules, said->fonts);
  return rules->len ? arena_printf (arena, ":root {\n%s}\n", rules->str) : NULL;
}

void
read_look (RecordReader *reader, const YamlNode *node, gpointer target)
{
  SiteLook *look = target;
  Said said = { 0 };

  if (node->kind == YAML_SCALAR) {
    read_theme (reader, node, &look->theme);
    return;
  }
  if (!record_read (reader, fields, G_N_ELEMENTS (fields), ALWAYS, N_ ("a look"), node, &said,
                    NULL))
    return;
  check_colours (reader, node->place, &said);
  *look = (SiteLook){ said.theme, said.accent, rules_of (reader->arena, &said) };
}

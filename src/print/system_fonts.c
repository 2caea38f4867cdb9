/* SPDX-License-Identifier: MIT */
#include "print/system_fonts.h"

#include <fontconfig/fontconfig.h>

/* Where fontconfig looks for its configuration and for fonts; how FreeType and HarfBuzz go to work;
 * and the language, which decides between two fonts that both have the letters. */
const char *const system_fonts_variables[] = {
  "FONTCONFIG_FILE",
  "FONTCONFIG_PATH",
  "FONTCONFIG_SYSROOT",
  "XDG_CONFIG_HOME",
  "XDG_DATA_HOME",
  "XDG_DATA_DIRS",
  "HOME",
  "FC_LANG",
  "LC_ALL",
  "LC_CTYPE",
  "LANG",
  "PANGO_LANGUAGE",
  "LANGUAGE",
  "FREETYPE_PROPERTIES",
  "HB_SHAPER_LIST",
  NULL,
};

static void
add_strings (GPtrArray *paths, FcStrList *list)
{
  for (const FcChar8 *path; list && (path = FcStrListNext (list));)
    g_ptr_array_add (paths, g_strdup ((const char *) path));
  if (list)
    FcStrListDone (list);
}

static void
add_files (GPtrArray *paths, const FcFontSet *fonts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  FcChar8 *path;

  for (int i = 0; fonts && i < fonts->nfont; i++)
    if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &path) == FcResultMatch
        && g_hash_table_add (seen, path))
      g_ptr_array_add (paths, g_strdup ((const char *) path));
}

void
system_fonts_list (GPtrArray *paths)
{
  FcConfig *config = FcConfigGetCurrent ();

  add_strings (paths, FcConfigGetConfigFiles (config));
  add_strings (paths, FcConfigGetConfigDirs (config));
  add_strings (paths, FcConfigGetFontDirs (config));
  add_files (paths, FcConfigGetFonts (config, FcSetSystem));
}

gboolean
system_fonts_have (const char *family)
{
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, (char *) NULL);
  FcObjectSet *asked = FcObjectSetBuild (FC_FILE, (char *) NULL);
  FcFontSet *found = FcFontList (NULL, wanted, asked);
  gboolean is_there = found && found->nfont > 0;

  if (found)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (asked);
  FcPatternDestroy (wanted);
  return is_there;
}

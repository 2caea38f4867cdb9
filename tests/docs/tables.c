/* SPDX-License-Identifier: MIT */
/* The tables behind what authors may write, as lines of columns with tabs between: what test-docs
 * holds the documentation against. The files with the tables are included, since the tables are
 * their own. */
#include "load/front_matter.c"
#include "load/matter_values.c"
#include "load/official.c"
#define fields site_fields
#define read_letters site_read_letters
#include "load/config.c"
#undef fields
#undef read_letters
#define fields campaign_fields
#define MANUAL campaign_manual
#include "load/campaigns.c"
#undef fields
#undef MANUAL
#include "load/localities.c"
#include "load/offices.c"

#include "model/product.h"
#include "speech/vocabulary.h"

#include <gio/gio.h>

/* print/style/property.h and shorthand.h, whose words are not those of the model. */
void property_add_names (GPtrArray *names);
void shorthand_add_names (GPtrArray *names);

/* A key of a record; for a document also, for each of its kinds, whether it is required, optional
 * or not allowed. */
static void
print_fields (const char *record, const Field *table, guint n, gboolean is_document)
{
  for (guint i = 0; i < n; i++) {
    printf ("key\t%s\t%s\t%s\t", record, table[i].english, table[i].vietnamese);
    for (DocumentKind kind = 0; is_document && kind < N_KINDS; kind++) {
      gboolean is_allowed = table[i].allowed == 0 || (table[i].allowed & BIT (kind));
      putchar (table[i].required & BIT (kind) ? 'r' : is_allowed ? 'o' : '-');
    }
    putchar ('\n');
  }
}
#define PRINT_FIELDS(record, table)                                                                \
  print_fields (record, table, G_N_ELEMENTS (table), (const void *) (table) == fields)

static void
print_keys (void)
{
  PRINT_FIELDS ("document", fields);
  PRINT_FIELDS ("signer", signer_fields);
  PRINT_FIELDS ("copy_mark", copy_fields);
  PRINT_FIELDS ("broadcast", broadcast_fields);
  PRINT_FIELDS ("attachments", attachment_fields);
  PRINT_FIELDS ("series", series_fields);
  PRINT_FIELDS ("cover", cover_fields);
  PRINT_FIELDS ("rounds", phase_fields);
  PRINT_FIELDS ("event", event_fields);
  PRINT_FIELDS ("campaign", campaign_fields);
  PRINT_FIELDS ("partners", partner_fields);
  PRINT_FIELDS ("site", site_fields);
  PRINT_FIELDS ("qr", qr_fields);
  PRINT_FIELDS ("sections", section_fields);
  PRINT_FIELDS ("menu", menu_fields);
  PRINT_FIELDS ("emergency", emergency_fields);
  PRINT_FIELDS ("office", office_fields);
  PRINT_FIELDS ("station", station_fields);
  PRINT_FIELDS ("reading", reading_fields);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    printf ("column\t%s\n", columns[i].name);
}

static void
print_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    printf ("kind\t%s\t%s\n", kind_words[i].english, kind_words[i].vietnamese);
}

/* What a document can become: words, file, and the print options it takes. */
static void
print_products (void)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    if (product->template)
      printf ("filled\t%s\n", product->template);
    if (product->word.english == NULL)
      continue;
    printf ("output\t%s\t%s\t%s\t%s\t", product->word.english, product->word.vietnamese,
            product->file ? product->file : "", product->paper ? product->paper : "");
    for (PrintOption option = 0; option < N_PRINT_OPTIONS; option++)
      if (product->print_options & BIT (option))
        printf ("%s ", print_option_word (option)->english);
    putchar ('\n');
  }
  for (PrintOption option = 0; option < N_PRINT_OPTIONS; option++)
    printf ("print\t%s\t%s\n", print_option_word (option)->english,
            print_option_word (option)->vietnamese);
}

static void
print_properties (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  property_add_names (names);
  shorthand_add_names (names);
  for (guint i = 0; i < names->len; i++)
    printf ("property\t%s\n", (const char *) names->pdata[i]);
}

static void
print_templates (const char *folder)
{
  g_auto (GStrv) names =
    g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names && names[i]; i++) {
    g_autofree char *path = g_strconcat (folder, names[i], NULL);
    if (g_str_has_suffix (path, "/"))
      print_templates (path);
    else
      printf ("template\t%s\n", path + strlen ("/loa/templates/"));
  }
}

static void
print_classes (void)
{
  for (const char *const *name = vocabulary_class_names (); *name; name++)
    printf ("class\t%s\n", *name);
}

int
main (void)
{
  print_keys ();
  print_kinds ();
  print_products ();
  print_classes ();
  print_properties ();
  print_templates ("/loa/templates/");
  return 0;
}

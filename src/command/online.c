/* SPDX-License-Identifier: MIT */
#include "command/online.h"

#include "base/i18n.h"
#include "base/parallel.h"
#include "command/options.h"
#include "editor/linkage.h"
#include "online/visit_cache.h"

#define AT_ONCE 8
#define SECONDS_EACH 10
#define SECONDS_ALL 180

typedef struct {
  const GPtrArray *links; /* OuterLink */
  Visit *visits;          /* of each */
  gboolean *is_known;     /* of each: it was asked for, now or lately */
  VisitCache *cache;
  gint64 now, until_us;
} Asking;

/* The same page, wherever on it a link leads. Caller frees. */
static char *
page_of (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

static void
ask_one (guint index, gpointer data, G_GNUC_UNUSED Report *report)
{
  Asking *asking = data;
  const OuterLink *link = asking->links->pdata[index];
  g_autofree char *page = page_of (link->url);

  if (asking->is_known[index] || g_get_monotonic_time () > asking->until_us)
    return;
  asking->visits[index] = visit_url (page, SECONDS_EACH);
  asking->is_known[index] = TRUE;
  visit_cache_add (asking->cache, page, asking->now, asking->visits[index]);
}

static void
look_into_cache (Asking *asking)
{
  for (guint i = 0; i < asking->links->len; i++) {
    const OuterLink *link = asking->links->pdata[i];
    g_autofree char *page = page_of (link->url);
    asking->is_known[i] =
      visit_cache_find (asking->cache, page, asking->now, &asking->visits[i]);
  }
}

static void
report_link (const OuterLink *link, Visit visit, Report *report)
{
  static const char *const faults[N_VISITS] = {
    [VISIT_GONE] = N_ ("there is no such page any more: “%s”"),
    [VISIT_NO_HOST] = N_ ("there is no host of that name: “%s”"),
    [VISIT_CERTIFICATE] = N_ ("the certificate of the host is not good: “%s”"),
    [VISIT_INSIDE] = N_ ("this leads into a network nobody sees from outside: “%s”"),
    [VISIT_SILENT] = N_ ("nobody answered at “%s”"),
  };

  if (faults[visit] == NULL)
    return;
  g_autofree char *text = g_strdup_printf (_ (faults[visit]), link->url);
  remark_line (report, "LINK-09", link->path, link->line, (Place){ link->number, 0 }, 0,
               _ ("look where it is now; that of another host may also be mended tomorrow"), text);
}

/* TRUE when several were asked for and none of them is there: then it is this machine that has no
 * network, and nothing is known of the links. */
static gboolean
is_cut_off (const Asking *asking)
{
  guint n_asked = 0;

  for (guint i = 0; i < asking->links->len; i++) {
    if (asking->is_known[i] && asking->visits[i] != VISIT_NO_HOST
        && asking->visits[i] != VISIT_SILENT)
      return FALSE;
    n_asked += asking->is_known[i];
  }
  return n_asked > 1;
}

void
online_check (const GPtrArray *links, Report *report)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "loa", "visits", NULL);
  g_autofree Visit *visits = g_new0 (Visit, links->len + 1);
  g_autofree gboolean *is_known = g_new0 (gboolean, links->len + 1);
  guint n_unknown = 0;

  if (!visit_is_possible ()) {
    complain (_ ("links to other hosts cannot be tried: libcurl is not installed (libcurl4)"));
    return;
  }
  g_autoptr (VisitCache) cache = visit_cache_new (path);
  Asking asking = { links, visits, is_known, cache, g_get_real_time () / G_USEC_PER_SEC,
                    g_get_monotonic_time () + SECONDS_ALL * G_USEC_PER_SEC };
  look_into_cache (&asking);
  parallel_for (links->len, AT_ONCE, ask_one, &asking, report);
  if (is_cut_off (&asking)) {
    complain (
      _ ("no other host answers: is this machine on the network? Nothing is said of links"));
    return;
  }
  visit_cache_write (cache);
  for (guint i = 0; i < links->len; i++) {
    n_unknown += !is_known[i];
    if (is_known[i])
      report_link (links->pdata[i], visits[i], report);
  }
  if (n_unknown)
    complain (ngettext ("%u link to another host was not tried: time was up",
                        "%u links to other hosts were not tried: time was up", n_unknown),
              n_unknown);
}

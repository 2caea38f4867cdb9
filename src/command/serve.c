/* SPDX-License-Identifier: MIT */
/* loa serve: the site in a browser while it is written. The main loop watches the folder and the
 * terminal; doors have threads of their own (serve/http.h). */
#include "command/command.h"

#include "base/i18n.h"
#include "command/options.h"
#include "render/qr.h"
#include "serve/answers.h"
#include "serve/watch.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define HERE "127.0.0.1"

typedef struct {
  char *site, *now, *editor;
  int port, n_threads;
  gboolean lan, open;
} Options;

typedef struct {
  GMainLoop *loop;
  Gate *gate;
  Http *http;
  Desk *desk;
} Server;

static void
tell (const char *event, const char *data, gpointer user)
{
  Http *http = g_atomic_pointer_get (&((Server *) user)->http);
  if (http)
    http_tell (http, event, data);
}

static void
on_changed (const GPtrArray *changed, gpointer data)
{
  desk_update (((Server *) data)->desk, changed);
}

/* A moment somebody asked for, on its way to the main loop. */
typedef struct {
  Server *server;
  Moment now;
} Asked;

static gboolean
set_now_here (gpointer data)
{
  Asked *asked = data;
  desk_set_now (asked->server->desk, asked->now);
  g_free (asked);
  return G_SOURCE_REMOVE;
}

static void
set_now (Moment now, gpointer data)
{
  Asked *asked = g_new (Asked, 1);
  *asked = (Asked){ data, now };
  g_idle_add (set_now_here, asked);
}

static gboolean
sweep (gpointer data)
{
  http_sweep (((Server *) data)->http);
  return G_SOURCE_CONTINUE;
}

static gboolean
stop (gpointer data)
{
  g_main_loop_quit (((Server *) data)->loop);
  return G_SOURCE_CONTINUE;
}

/* --- the terminal --- */

static void
print_address (const Server *server)
{
  g_autofree char *address = gate_new_address (server->gate);
  printf ("%s\n", address);
  fflush (stdout);
}

/* Enter: another address, since each is good once. */
static gboolean
on_line (GIOChannel *channel, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
  g_autofree char *line = NULL;
  GIOStatus status = g_io_channel_read_line (channel, &line, NULL, NULL, NULL);

  if (status != G_IO_STATUS_NORMAL)
    return G_SOURCE_REMOVE;
  print_address (data);
  return G_SOURCE_CONTINUE;
}

static void
open_browser (const Server *server)
{
  g_autofree char *address = gate_new_address (server->gate);
  char *arguments[] = { (char *) "xdg-open", address, NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_async (NULL, arguments, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, NULL, &error)) {
    complain (_ ("no browser could be opened: %s"), error->message);
    print_address (server);
  }
}

static gboolean
is_dark (const QrCode *code, int x, int y)
{
  int size = code->size;
  return x >= 0 && y >= 0 && x < size && y < size && code->modules[y * size + x];
}

/* Two rows of the code in one line of the terminal: black on white, whatever its colours are. */
static void
print_code (const char *text)
{
  static const char *const halves[] = { " ", "▀", "▄", "█" };
  g_autoptr (QrCode) code = qr_new (text, 'M');
  const int quiet = 2; /* enough on a screen */

  for (int y = -quiet; code && y < (int) code->size + quiet; y += 2) {
    fputs ("\033[30;107m", stderr);
    for (int x = -quiet; x < (int) code->size + quiet; x++)
      fputs (halves[is_dark (code, x, y) + 2 * is_dark (code, x, y + 1)], stderr);
    fputs ("\033[0m\n", stderr);
  }
}

/* --- the local network --- */

/* The first address of this machine that others on its network know; NULL when there is none.
 * Caller frees. */
static char *
lan_address (void)
{
  struct ifaddrs *all = NULL;
  char *found = NULL;

  if (getifaddrs (&all) < 0)
    return NULL;
  for (const struct ifaddrs *each = all; each && found == NULL; each = each->ifa_next) {
    char text[INET_ADDRSTRLEN];
    if (each->ifa_addr == NULL || each->ifa_addr->sa_family != AF_INET
        || (each->ifa_flags & IFF_LOOPBACK) || !(each->ifa_flags & IFF_UP))
      continue;
    const struct sockaddr_in *name = (const struct sockaddr_in *) each->ifa_addr;
    if (inet_ntop (AF_INET, &name->sin_addr, text, sizeof text))
      found = g_strdup (text);
  }
  freeifaddrs (all);
  return found;
}

static gboolean
open_lan (Server *server, GError **error)
{
  g_autofree char *address = lan_address ();

  if (address == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE,
                 _ ("this machine is on no network that others could see it from"));
    return FALSE;
  }
  return http_open (server->http, GATE_LAN, address, 0, error);
}

static void
print_lan (const Server *server)
{
  g_autofree char *address = g_strdup_printf ("http://%s/%s", gate_host (server->gate, GATE_LAN),
                                              gate_prefix (server->gate, GATE_LAN));

  fprintf (stderr, _ ("On a phone of this network (it can look, and nothing else):\n"));
  print_code (address);
  fprintf (stderr, "%s\n", address);
}

/* --- the whole --- */

/* Where pictures that were made smaller are kept, so that they are not made again each time. */
static char *
cache_folder (const char *site)
{
  g_autofree char *root = g_canonicalize_filename (site, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, root, -1);
  char *folder = g_strdup_printf ("%s/loa/%.16s", g_get_user_cache_dir (), name);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    g_clear_pointer (&folder, g_free);
  return folder;
}

/* A thousand connections need as many files. */
static void
allow_connections (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) < 0)
    return;
  limit.rlim_cur = MIN (limit.rlim_max, 8192);
  setrlimit (RLIMIT_NOFILE, &limit);
}

static gboolean
open_doors (Server *server, const Options *options, GError **error)
{
  return http_open (server->http, GATE_DESK, HERE, options->port, error)
         && http_open (server->http, GATE_SITE, HERE, 0, error)
         && (!options->lan || open_lan (server, error));
}

static void
greet (Server *server, const Options *options)
{
  FaultCounts counts = fault_book_count (desk_faults (server->desk), NULL);

  print_address (server);
  fprintf (stderr, _ ("The address is good once; Enter prints another, Ctrl-C ends.\n"));
  if (counts.errors > 0)
    fprintf (stderr,
             ngettext ("%u error so far; the desk lists it\n",
                       "%u errors so far; the desk lists them\n", counts.errors),
             counts.errors);
  if (options->lan)
    print_lan (server);
  if (options->open)
    open_browser (server);
}

static void
run_loop (Server *server, const Options *options)
{
  static const char *const folders[] = { "content", "templates", "static", "themes", NULL };
  G_GNUC_UNUSED g_autoptr (Watch) watch = watch_new (options->site, folders, on_changed, server);
  g_autoptr (GIOChannel) terminal = g_io_channel_unix_new (STDIN_FILENO);
  guint sources[] = { g_unix_signal_add (SIGINT, stop, server),
                      g_unix_signal_add (SIGTERM, stop, server),
                      g_unix_signal_add (SIGHUP, stop, server),
                      g_timeout_add_seconds (3, sweep, server) };

  signal (SIGTTIN, SIG_IGN); /* in the background lines are the shell's */
  if (fcntl (STDIN_FILENO, F_GETFD) >= 0)
    g_io_add_watch (terminal, G_IO_IN | G_IO_HUP, on_line, server);
  greet (server, options);
  g_main_loop_run (server->loop);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    g_source_remove (sources[i]);
}

static int
serve (const Options *options, Moment now)
{
  g_autofree char *cache = cache_folder (options->site);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (Gate) gate = gate_new ();
  g_autoptr (GError) error = NULL;
  Server server = { .loop = loop, .gate = gate };
  const DeskOptions desking = { options->site, cache, now, options->n_threads, tell, &server };

  allow_connections ();
  server.desk = desk_new (&desking, &error);
  if (server.desk == NULL)
    return complain_site (error);
  Answers answers = { server.desk, gate, options->editor, set_now, &server };
  g_atomic_pointer_set (&server.http, http_new (gate, answers_give, &answers));
  gboolean is_open = open_doors (&server, options, &error);
  if (is_open)
    run_loop (&server, options);
  else
    complain ("%s", error->message);
  desk_stop (server.desk); /* it has something to tell until then */
  http_free (server.http); /* and somebody to look until then */
  desk_free (server.desk);
  return is_open ? EXIT_GOOD : EXIT_SYSTEM;
}

static int
check_and_serve (const Options *options)
{
  Moment now = MOMENT_NONE;

  if (options->port < 0 || options->port > 65535)
    complain (_ ("a port is a number up to 65535"));
  else if (!options_check_threads (options->n_threads)
           || (options->now && !options_parse_now (options->now, &now)))
    return EXIT_USAGE;
  else if (options->editor
           && (strstr (options->editor, "{path}") == NULL
               || strstr (options->editor, "://") == NULL))
    complain (_ ("“%s” is no address of an editor; write one like “vscode://file{path}:{line}”"),
              options->editor);
  else
    return serve (options, now);
  return EXIT_USAGE;
}

int
command_serve (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "port", 'p', 0, G_OPTION_ARG_INT, &options.port,
      N_ ("the desk is at this port (default: one that is free)"), N_ ("PORT") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &options.open, N_ ("open it in the browser"), NULL },
    { "lan", 0, 0, G_OPTION_ARG_NONE, &options.lan,
      N_ ("show the site to the local network, too: for trying it on a phone"), NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options.now,
      N_ ("show the site as of this moment (\"2026-03-05 05:30\")"), N_ ("TIME") },
    { "editor", 0, 0, G_OPTION_ARG_STRING, &options.editor,
      N_ ("open files there (“vscode://file{path}:{line}”; default: LOA_EDITOR)"), N_ ("ADDRESS") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options.n_threads,
      N_ ("read with N threads (default: one per processor)"), "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!options_parse (
        entries, N_ ("[SITE]"),
        N_ ("Shows the site in folder SITE (default: this folder) in a browser while it "
            "is written: as the files are now, with drafts, and with all that is wrong "
            "with it. Nothing is written to its output."),
        0, 1, &argc, &argv))
    return EXIT_USAGE;
  options.site = g_strdup (argc > 1 ? argv[1] : ".");
  if (options.editor == NULL)
    options.editor = g_strdup (g_getenv ("LOA_EDITOR"));
  int status = check_and_serve (&options);
  g_free (options.site);
  g_free (options.now);
  g_free (options.editor);
  return status;
}

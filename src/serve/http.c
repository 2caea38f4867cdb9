/* SPDX-License-Identifier: MIT */
/* Each door is a daemon of libmicrohttpd with a thread of its own that waits on all connections at
 * once (epoll), so that a thousand that say nothing cost a thousand small pieces of memory and no
 * more. What its own timeout lets through, a request that trickles in byte by byte, is ended by
 * http_sweep(): it knows since when each connection owes a request. */
#include "serve/http.h"

#include "base/i18n.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gio/gio.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_CONNECTIONS  1500 /* of a door */
#define MOST_STREAMS      64
#define MOST_WAITING      (256 * 1024) /* bytes of events nobody fetched: that stream is given up */
#define CONNECTION_MEMORY (24 * 1024)  /* of the headers of a request, too */
#define PATIENCE          (15 * G_USEC_PER_SEC)
#define IDLE_SECONDS      30
#define THREADS           2

typedef struct {
  Http *http;
  GateDoor door;
  int socket;
  struct MHD_Daemon *daemon; /* or NULL */
} Door;

/* A listener of the events. */
typedef struct {
  Http *http;
  struct MHD_Connection *connection;
  GString *waiting; /* to be sent */
  gboolean is_suspended, is_over;
} Stream;

struct Http {
  Gate *gate;
  HttpAnswer answer;
  gpointer data;
  Door doors[GATE_N_DOORS];
  GMutex lock;         /* of what follows */
  GPtrArray *streams;  /* Stream, borrowed: they belong to their responses */
  GHashTable *waiting; /* Set<Waiter>: connections that owe a request */
};

/* A connection, as its daemon remembers it. */
typedef struct {
  int socket;
  gint64 since; /* it owes a request; 0: it has asked, and is being answered */
} Waiter;

/* --- events --- */

/* More to send, or the end of it, or a pause until http_tell(). */
static ssize_t
read_stream (void *data, G_GNUC_UNUSED uint64_t position, char *buffer, size_t size)
{
  Stream *stream = data;
  Http *http = stream->http;
  ssize_t n = 0;

  g_mutex_lock (&http->lock);
  if (stream->is_over)
    n = MHD_CONTENT_READER_END_OF_STREAM;
  else if (stream->waiting->len > 0) {
    n = MIN (size, stream->waiting->len);
    memcpy (buffer, stream->waiting->str, n);
    g_string_erase (stream->waiting, 0, n);
  } else {
    stream->is_suspended = TRUE;
    MHD_suspend_connection (stream->connection);
  }
  g_mutex_unlock (&http->lock);
  return n;
}

static void
free_stream (void *data)
{
  Stream *stream = data;

  g_mutex_lock (&stream->http->lock);
  g_ptr_array_remove_fast (stream->http->streams, stream);
  g_mutex_unlock (&stream->http->lock);
  g_string_free (stream->waiting, TRUE);
  g_free (stream);
}

/* Under the lock. */
static void
wake_stream (Stream *stream)
{
  if (!stream->is_suspended)
    return;
  stream->is_suspended = FALSE;
  MHD_resume_connection (stream->connection);
}

/* NULL when there are too many. */
static Stream *
add_stream (Http *http, struct MHD_Connection *connection)
{
  Stream *stream = NULL;

  g_mutex_lock (&http->lock);
  if (http->streams->len < MOST_STREAMS) {
    stream = g_new0 (Stream, 1);
    *stream = (Stream){ http, connection, g_string_new ("retry: 1000\n\n"), FALSE, FALSE };
    g_ptr_array_add (http->streams, stream);
  }
  g_mutex_unlock (&http->lock);
  return stream;
}

static void
send_all (Http *http, const char *text)
{
  g_mutex_lock (&http->lock);
  for (guint i = 0; i < http->streams->len; i++) {
    Stream *stream = http->streams->pdata[i];
    g_string_append (stream->waiting, text);
    stream->is_over |= stream->waiting->len > MOST_WAITING;
    wake_stream (stream);
  }
  g_mutex_unlock (&http->lock);
}

void
http_tell (Http *http, const char *event, const char *data)
{
  g_autofree char *text = g_strdup_printf ("event: %s\ndata: %s\n\n", event, data);
  send_all (http, text);
}

/* --- connections --- */

static void
note_connection (void *data, struct MHD_Connection *connection, void **context,
                 enum MHD_ConnectionNotificationCode code)
{
  Http *http = data;

  g_mutex_lock (&http->lock);
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    const union MHD_ConnectionInfo *info =
      MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    Waiter *waiter = g_new0 (Waiter, 1);
    *waiter = (Waiter){ info ? info->connect_fd : -1, g_get_monotonic_time () };
    g_hash_table_add (http->waiting, waiter);
    *context = waiter;
  } else if (*context) {
    g_hash_table_remove (http->waiting, *context);
    *context = NULL;
  }
  g_mutex_unlock (&http->lock);
}

static void
set_waiting (Http *http, struct MHD_Connection *connection, gint64 since)
{
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

  g_mutex_lock (&http->lock);
  if (info && info->socket_context)
    ((Waiter *) info->socket_context)->since = since;
  g_mutex_unlock (&http->lock);
}

static void
note_completion (void *data, struct MHD_Connection *connection, G_GNUC_UNUSED void **context,
                 G_GNUC_UNUSED enum MHD_RequestTerminationCode code)
{
  set_waiting (data, connection, g_get_monotonic_time ());
}

void
http_sweep (Http *http)
{
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer key;

  g_mutex_lock (&http->lock);
  g_hash_table_iter_init (&iter, http->waiting);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const Waiter *waiter = key;
    if (waiter->since > 0 && now - waiter->since > PATIENCE && waiter->socket >= 0)
      shutdown (waiter->socket, SHUT_RDWR); /* its daemon closes it */
  }
  g_mutex_unlock (&http->lock);
  send_all (http, ":\n\n");
}

/* --- answers --- */

char *
http_argument (const HttpRequest *request, const char *name)
{
  const char *text = MHD_lookup_connection_value (request->arguments, MHD_GET_ARGUMENT_KIND, name);
  char *plain = text ? g_uri_unescape_string (text, NULL) : NULL;

  if (plain && !g_utf8_validate (plain, -1, NULL))
    g_clear_pointer (&plain, g_free);
  return plain;
}

/* Everything is decoded once, and strictly: paths by the gate, arguments above. */
static size_t
leave_as_it_is (G_GNUC_UNUSED void *data, G_GNUC_UNUSED struct MHD_Connection *connection,
                char *text)
{
  return strlen (text);
}

static void
set_headers (struct MHD_Response *response, const HttpReply *reply)
{
  MHD_add_response_header (response, "Content-Type",
                           reply->type ? reply->type : "text/plain; charset=utf-8");
  MHD_add_response_header (response, "Content-Security-Policy",
                           reply->policy ? reply->policy : "default-src 'none'; sandbox");
  MHD_add_response_header (response, "X-Content-Type-Options", "nosniff");
  MHD_add_response_header (response, "Referrer-Policy", "no-referrer");
  MHD_add_response_header (response, "Cache-Control", "no-store");
  MHD_add_response_header (response, "Cross-Origin-Opener-Policy", "same-origin");
  if (reply->location)
    MHD_add_response_header (response, "Location", reply->location);
}

static void
free_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

static struct MHD_Response *
response_of (const HttpReply *reply)
{
  static const char nothing[] = "";
  gsize length = 0;
  const void *data = reply->body ? g_bytes_get_data (reply->body, &length) : NULL;

  if (length == 0)
    return MHD_create_response_from_buffer (0, (void *) nothing, MHD_RESPMEM_PERSISTENT);
  return MHD_create_response_from_buffer_with_free_callback_cls (length, (void *) data, free_bytes,
                                                                 g_bytes_ref (reply->body));
}

static void
reply_clear (HttpReply *reply)
{
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_pointer (&reply->policy, g_free);
  g_clear_pointer (&reply->location, g_free);
}

static enum MHD_Result
send_reply (Http *http, struct MHD_Connection *connection, HttpReply *reply, const char *cookie)
{
  Stream *stream = reply->is_stream ? add_stream (http, connection) : NULL;

  if (reply->is_stream && stream == NULL)
    reply->status = MHD_HTTP_SERVICE_UNAVAILABLE;
  struct MHD_Response *response =
    stream
      ? MHD_create_response_from_callback (MHD_SIZE_UNKNOWN, 4096, read_stream, stream, free_stream)
      : response_of (reply);
  set_headers (response, reply);
  if (cookie)
    MHD_add_response_header (response, "Set-Cookie", cookie);
  if (reply->status == MHD_HTTP_METHOD_NOT_ALLOWED)
    MHD_add_response_header (response, "Allow", "GET, HEAD");
  enum MHD_Result result = MHD_queue_response (connection, reply->status, response);
  MHD_destroy_response (response);
  return result;
}

static void
set_text (HttpReply *reply, guint status, const char *text)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  reply->status = status;
  reply->body = g_bytes_new (line, strlen (line));
}

static void
refuse (GateAnswer answer, HttpReply *reply)
{
  switch (answer) {
  case GATE_NO_METHOD:
    set_text (reply, MHD_HTTP_METHOD_NOT_ALLOWED, _ ("here one can only look"));
    break;
  case GATE_NO_HOST:
  case GATE_NO_ORIGIN:
    set_text (reply, MHD_HTTP_FORBIDDEN, _ ("asked from another place"));
    break;
  case GATE_NO_KEY:
    set_text (reply, MHD_HTTP_FORBIDDEN,
              _ ("open the address that “loa serve” has printed; it is good once, and Enter in its "
                 "window prints another"));
    break;
  case GATE_NO_PATH:
    set_text (reply, MHD_HTTP_BAD_REQUEST, _ ("this is no address of a site"));
    break;
  case GATE_PASS:
  case GATE_ENTER:
    g_assert_not_reached ();
  }
}

static const char *
header (struct MHD_Connection *connection, const char *name)
{
  return MHD_lookup_connection_value (connection, MHD_HEADER_KIND, name);
}

static enum MHD_Result
answer_request (Door *door, struct MHD_Connection *connection, const char *method, const char *path)
{
  Http *http = door->http;
  const GateRequest asked = { .method = method,
                              .path = path,
                              .host = header (connection, "Host"),
                              .origin = header (connection, "Origin"),
                              .cookie = header (connection, "Cookie"),
                              .fetch_site = header (connection, "Sec-Fetch-Site") };
  g_autofree char *inner = NULL;
  g_autofree char *cookie = NULL;
  HttpReply reply = { 0 };
  GateAnswer answer = gate_ask (http->gate, door->door, &asked, &inner);

  if (answer == GATE_ENTER) {
    cookie = gate_cookie (http->gate);
    reply.status = MHD_HTTP_SEE_OTHER;
    reply.location = g_strdup ("/");
  } else if (answer == GATE_PASS) {
    const HttpRequest request = { door->door, inner, connection };
    http->answer (&request, &reply, http->data);
  } else
    refuse (answer, &reply);
  if (reply.status == 0)
    set_text (&reply, MHD_HTTP_NOT_FOUND, _ ("there is nothing at this address"));
  enum MHD_Result result = send_reply (http, connection, &reply, cookie);
  reply_clear (&reply);
  return result;
}

/* Called first when the headers are there, then when the request is whole. A body is nothing that
 * anybody here reads: whoever sends one is not listened to. */
static enum MHD_Result
handle (void *data, struct MHD_Connection *connection, const char *path, const char *method,
        G_GNUC_UNUSED const char *version, G_GNUC_UNUSED const char *upload, size_t *upload_size,
        void **context)
{
  static int seen;
  Door *door = data;

  if (*upload_size > 0)
    return MHD_NO;
  if (*context == NULL) {
    *context = &seen;
    const char *length = header (connection, "Content-Length");
    gboolean has_body =
      header (connection, "Transfer-Encoding") || (length && strcmp (length, "0") != 0);
    if (!has_body)
      return MHD_YES;
  }
  set_waiting (door->http, connection, 0);
  return answer_request (door, connection, method, path);
}

/* Libmicrohttpd complains of every client that goes away. */
static void
say_nothing (G_GNUC_UNUSED void *data, G_GNUC_UNUSED const char *format,
             G_GNUC_UNUSED va_list arguments)
{
}

/* --- doors --- */

Http *
http_new (Gate *gate, HttpAnswer answer, gpointer data)
{
  Http *http = g_new0 (Http, 1);

  http->gate = gate;
  http->answer = answer;
  http->data = data;
  g_mutex_init (&http->lock);
  http->streams = g_ptr_array_new ();
  http->waiting = g_hash_table_new_full (NULL, NULL, g_free, NULL);
  for (GateDoor door = 0; door < GATE_N_DOORS; door++)
    http->doors[door] = (Door){ http, door, -1, NULL };
  return http;
}

void
http_free (Http *http)
{
  if (http == NULL)
    return;
  g_mutex_lock (&http->lock);
  for (guint i = 0; i < http->streams->len; i++) {
    Stream *stream = http->streams->pdata[i];
    stream->is_over = TRUE;
    wake_stream (stream);
  }
  g_mutex_unlock (&http->lock);
  for (GateDoor door = 0; door < GATE_N_DOORS; door++)
    if (http->doors[door].daemon)
      MHD_stop_daemon (http->doors[door].daemon);
  g_hash_table_unref (http->waiting);
  g_ptr_array_unref (http->streams);
  g_mutex_clear (&http->lock);
  g_free (http);
}

static gboolean
fail (GError **error, const char *address, guint16 port)
{
  int number = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _ ("port %u of %s cannot be had: %s"), port, address, g_strerror (number));
  return FALSE;
}

/* A socket that listens, and the port it got; -1 with errno. */
static int
listen_on (const char *address, guint16 *port)
{
  struct sockaddr_in name = { .sin_family = AF_INET, .sin_port = htons (*port) };
  socklen_t length = sizeof name;
  const int yes = 1;
  int listener = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

  if (listener < 0)
    return -1;
  setsockopt (listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (inet_pton (AF_INET, address, &name.sin_addr) == 1
      && bind (listener, (struct sockaddr *) &name, sizeof name) == 0 && listen (listener, 512) == 0
      && getsockname (listener, (struct sockaddr *) &name, &length) == 0) {
    *port = ntohs (name.sin_port);
    return listener;
  }
  int number = errno;
  close (listener);
  errno = number;
  return -1;
}

gboolean
http_open (Http *http, GateDoor which, const char *address, guint16 port, GError **error)
{
  Door *door = &http->doors[which];

  door->socket = listen_on (address, &port);
  if (door->socket < 0)
    return fail (error, address, port);
  g_autofree char *host = g_strdup_printf ("%s:%u", address, port);
  gate_open (http->gate, which, host);
  door->daemon = MHD_start_daemon (
    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL,
    handle, door, MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL, MHD_OPTION_LISTEN_SOCKET,
    door->socket, MHD_OPTION_CONNECTION_LIMIT, (unsigned) MOST_CONNECTIONS,
    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned) IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
    (size_t) CONNECTION_MEMORY, MHD_OPTION_THREAD_POOL_SIZE, (unsigned) THREADS,
    MHD_OPTION_UNESCAPE_CALLBACK, leave_as_it_is, NULL, MHD_OPTION_NOTIFY_CONNECTION,
    note_connection, http, MHD_OPTION_NOTIFY_COMPLETED, note_completion, http, MHD_OPTION_END);
  if (door->daemon)
    return TRUE;
  errno = EIO;
  close (door->socket);
  return fail (error, address, port);
}
